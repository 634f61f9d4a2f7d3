package org.bnsweep.report.io;

import java.util.Optional;
import org.bnsweep.train.ByNetwork;

/**
 * The largest learning rates that train to an accuracy, at any other settings.
 *
 * @param accuracy the threshold
 * @param rates of each network; empty if none trains
 */
public record LargestRates(double accuracy, ByNetwork<Optional<Double>> rates) {}
