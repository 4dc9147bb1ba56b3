/**
 * How the zips of others are unpacked: from front to back, with an error where the end is missing.
 * Workbooks, drafts and official files all arrive as one. Imports no other room.
 */
@NullMarked
package org.preclaim.archive;

import org.jspecify.annotations.NullMarked;
