/**
 * The sweep: a grid of trials, a trial's identity, its result, and the interface of whatever runs
 * them.
 */
@NullMarked
package org.bnsweep.sweep;

import org.jspecify.annotations.NullMarked;
