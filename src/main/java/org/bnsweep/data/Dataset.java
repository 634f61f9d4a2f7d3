package org.bnsweep.data;

import java.io.Serializable;

/**
 * The samples of a run: those it trains on and those it only tests on.
 *
 * @param train at least one sample
 * @param test may be empty
 * @param checksum SHA-256, hexadecimal, of all that both hold; part of every trial's identity
 */
public record Dataset(Samples train, Samples test, String checksum) implements Serializable {}
