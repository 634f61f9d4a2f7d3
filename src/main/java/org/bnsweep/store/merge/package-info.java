/** Finished runs that become one: whether they fit, what they have twice, and the run they make. */
@NullMarked
package org.bnsweep.store.merge;

import org.jspecify.annotations.NullMarked;
