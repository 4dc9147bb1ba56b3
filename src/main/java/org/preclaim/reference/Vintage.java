package org.preclaim.reference;

import java.time.LocalDate;

/**
 * One imported release of a dataset.
 *
 * @param dataset which table
 * @param effective its first day, which names it
 * @param until the first day that it no longer answers for
 * @param rows how many rows of official files it was made of
 * @param bytes what it takes in the store
 * @param digest SHA-256 of its packed bytes, lower-case hex
 */
public record Vintage(
    Dataset dataset, LocalDate effective, LocalDate until, long rows, long bytes, String digest) {}
