/**
 * The networks: layers with {@code forward} and {@code backward}, initial weights, loss, gradient
 * check.
 */
@NullMarked
package org.bnsweep.nn;

import org.jspecify.annotations.NullMarked;
