/**
 * Who may do what over HTTP: one table of calls with their roles, and the ways in which callers
 * prove who they are. On a loopback address without proof none of Spring Security is loaded.
 */
@NullMarked
package org.preclaim.web.access;

import org.jspecify.annotations.NullMarked;
