/** How samples are written in files. */
@NullMarked
package org.bnsweep.data.format;

import org.jspecify.annotations.NullMarked;
