/**
 * The only user of Spark: the driver that hands trials out and takes results in, and the task that
 * trains.
 */
@NullMarked
package org.bnsweep.sweep.spark;

import org.jspecify.annotations.NullMarked;
