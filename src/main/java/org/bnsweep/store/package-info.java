/** The run folder: ledger, Parquet tables, summary and manifest, each appearing by rename. */
@NullMarked
package org.bnsweep.store;

import org.jspecify.annotations.NullMarked;
