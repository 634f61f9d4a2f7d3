/** Both ends of a report: the run it is drawn from, and where its files go. */
@NullMarked
package org.bnsweep.report.io;

import org.jspecify.annotations.NullMarked;
