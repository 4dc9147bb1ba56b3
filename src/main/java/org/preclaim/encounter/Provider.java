package org.preclaim.encounter;

/**
 * Who billed or rendered a service.
 *
 * @param npi the national provider identifier
 */
public record Provider(Npi npi) {}
