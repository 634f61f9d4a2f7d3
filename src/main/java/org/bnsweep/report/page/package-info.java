/** The page {@code report.html}: one file with everything in it. */
@NullMarked
package org.bnsweep.report.page;

import org.jspecify.annotations.NullMarked;
