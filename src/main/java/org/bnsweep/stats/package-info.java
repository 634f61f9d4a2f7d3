/** From the curves of trials to the answers of a sweep; knows neither files nor tables. */
@NullMarked
package org.bnsweep.stats;

import org.jspecify.annotations.NullMarked;
