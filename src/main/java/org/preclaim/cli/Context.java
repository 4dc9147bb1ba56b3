package org.preclaim.cli;

import java.time.Clock;

/**
 * What commands are handed.
 *
 * @param streams where they read and write
 * @param clock tells when a decision was made
 * @param service what {@code serve} starts
 */
record Context(Streams streams, Clock clock, Service service) {}
