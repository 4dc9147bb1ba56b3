/**
 * What differs between two releases or their files: workbooks by cell, rules by line. Belongs to
 * the room {@code release}; knows files, not what they decide.
 */
@NullMarked
package org.preclaim.release.diff;

import org.jspecify.annotations.NullMarked;
