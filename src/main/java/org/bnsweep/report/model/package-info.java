/**
 * What a report shows, in few enough numbers for one page, however large the run; draws nothing.
 */
@NullMarked
package org.bnsweep.report.model;

import org.jspecify.annotations.NullMarked;
