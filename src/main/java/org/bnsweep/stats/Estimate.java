package org.bnsweep.stats;

/**
 * A mean with its uncertainty.
 *
 * @param n numbers it is of
 * @param mean NaN if there are none
 * @param deviation the sample's standard deviation (of n - 1); NaN if n is below 2
 * @param low lower end of the 95 % interval of the mean by Student's t; NaN if n is below 2
 * @param high its upper end
 */
public record Estimate(int n, double mean, double deviation, double low, double high) {}
