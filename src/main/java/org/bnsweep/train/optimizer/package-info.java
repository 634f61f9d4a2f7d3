/** The update rules: gradients of a network in, its next parameters out. */
@NullMarked
package org.bnsweep.train.optimizer;

import org.jspecify.annotations.NullMarked;
