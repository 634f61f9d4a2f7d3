/** The page of a run while it is trained, served to browsers on this machine. */
@NullMarked
package org.bnsweep.report.live;

import org.jspecify.annotations.NullMarked;
