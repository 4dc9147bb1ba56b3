/**
 * API keys: how systems prove who they are where there is no single sign-on. Keys stand beside the
 * journal, so that all services of one journal know them; of a key only what recognises it is kept.
 */
@NullMarked
package org.preclaim.caller.key;

import org.jspecify.annotations.NullMarked;
