/** The samples of a run: what they are, which ones, and the primitive arrays that travel. */
@NullMarked
package org.bnsweep.data;

import org.jspecify.annotations.NullMarked;
