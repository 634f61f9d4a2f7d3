/**
 * The catalogue of hyperparameters: what can be an axis of a grid, with all that the program knows
 * of it, and the settings of one trial.
 */
@NullMarked
package org.bnsweep.settings;

import org.jspecify.annotations.NullMarked;
