/** Rows in Parquet and CSV, and the columns that several tables have in common. */
@NullMarked
package org.bnsweep.store.table;

import org.jspecify.annotations.NullMarked;
