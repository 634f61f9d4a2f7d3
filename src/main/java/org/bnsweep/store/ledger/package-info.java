/**
 * The finished trials of a run while it goes on: parts that appear one by one, are merged, read
 * back, and sorted into the order of the grid.
 */
@NullMarked
package org.bnsweep.store.ledger;

import org.jspecify.annotations.NullMarked;
