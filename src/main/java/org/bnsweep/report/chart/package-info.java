/** The static charts: PNG for a README, SVG for print. */
@NullMarked
package org.bnsweep.report.chart;

import org.jspecify.annotations.NullMarked;
