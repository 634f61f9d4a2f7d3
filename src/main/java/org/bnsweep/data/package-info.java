/** The samples: IDX files, MNIST, and the primitive arrays that travel to the tasks. */
@NullMarked
package org.bnsweep.data;

import org.jspecify.annotations.NullMarked;
