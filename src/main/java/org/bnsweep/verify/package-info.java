/** A recorded trial against the same trial trained again: telling rounding from error. */
@NullMarked
package org.bnsweep.verify;

import org.jspecify.annotations.NullMarked;
