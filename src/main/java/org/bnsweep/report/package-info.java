/** The report of a run, from its results to its files. */
@NullMarked
package org.bnsweep.report;

import org.jspecify.annotations.NullMarked;
