/** From the settings of a run to its samples. */
@NullMarked
package org.bnsweep.data.source;

import org.jspecify.annotations.NullMarked;
