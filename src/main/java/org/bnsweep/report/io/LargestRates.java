package org.bnsweep.report.io;

import java.util.OptionalDouble;

/**
 * The largest learning rates that train to an accuracy, with BN and without, at any other settings.
 *
 * @param accuracy the threshold
 * @param bn empty if none trains
 * @param plain likewise without BN
 */
public record LargestRates(double accuracy, OptionalDouble bn, OptionalDouble plain) {}
