/** The entry for other people's programs; see docs/architecture.md for the rooms below. */
@NullMarked
package org.bnsweep;

import org.jspecify.annotations.NullMarked;
