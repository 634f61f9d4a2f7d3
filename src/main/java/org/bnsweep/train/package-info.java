/** The pair trainer: hyperparameters and samples in, two accuracy curves out. */
@NullMarked
package org.bnsweep.train;

import org.jspecify.annotations.NullMarked;
