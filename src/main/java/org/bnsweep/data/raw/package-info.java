/** Samples as a file has them, before any is chosen, and what formats collect them in. */
@NullMarked
package org.bnsweep.data.raw;

import org.jspecify.annotations.NullMarked;
