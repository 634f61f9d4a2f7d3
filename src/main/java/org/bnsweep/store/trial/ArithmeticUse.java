package org.bnsweep.store.trial;

import org.bnsweep.blas.Arithmetic;

/**
 * How many trials of a run were trained by processes that compute alike.
 *
 * @param trials of them that have curves, 1 and up
 */
public record ArithmeticUse(Arithmetic arithmetic, long trials) {}
