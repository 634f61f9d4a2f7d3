/** What takes long says so: steps, and the thread that watches them. */
@NullMarked
package org.bnsweep.watch;

import org.jspecify.annotations.NullMarked;
