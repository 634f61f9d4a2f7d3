/** NumPy's legacy random generator, draw for draw. */
@NullMarked
package org.bnsweep.random;

import org.jspecify.annotations.NullMarked;
