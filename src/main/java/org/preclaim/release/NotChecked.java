package org.preclaim.release;

/**
 * A check that could not be made. It is told beside the problems, because silence would look like a
 * pass.
 *
 * @param check its name: an official table such as {@code mpfs}, or {@code scenarios}
 * @param detail what was left unchecked, and why
 */
public record NotChecked(String check, String detail) {}
