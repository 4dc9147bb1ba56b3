/**
 * What a draft changes, told to people and programs: its cells and rules as text, Markdown and
 * JSON, and workbooks as lines that line-oriented tools compare. Imports {@code problem}, {@code
 * release} and {@code table}.
 */
@NullMarked
package org.preclaim.effect;

import org.jspecify.annotations.NullMarked;
