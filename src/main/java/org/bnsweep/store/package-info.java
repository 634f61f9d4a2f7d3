/**
 * The run folder: ledger, Parquet tables, summary and manifest, each appearing complete, on any
 * file system that Hadoop can write.
 *
 * <p>A run writes through {@link org.bnsweep.store.RunFolder}: it opens and locks the folder, reads
 * the {@link org.bnsweep.store.ledger.Ledger}, trains what {@code Ledger.remaining} names while a
 * {@link org.bnsweep.store.ledger.LedgerWriter} takes the results, and finishes. Everybody else
 * reads through {@link org.bnsweep.store.RunReader}.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.open(out, configuration, OnExisting.RESUME, Locking.REQUIRED, System.err::println)) {
 *   Ledger ledger = folder.ledger(provenance);
 *   Trials remaining = ledger.remaining(sweep.trials(), recording);
 *   try (LedgerWriter writer = ledger.writer()) {
 *     train(remaining, writer::add);
 *   }
 *   RunInfo info = folder.finish(ledger, sweep.trials(), details);
 * }
 * }</pre>
 *
 * <p>The files are {@link org.bnsweep.store.RunFile}s, whose columns the classes {@code *Table}
 * have, and the ledger: {@code trials/part-*.parquet}, a row per finished trial in the order of
 * completion, curves and activations as lists. {@code .lock} and {@code .lock-*} are held while a
 * run writes.
 */
@NullMarked
package org.bnsweep.store;

import org.jspecify.annotations.NullMarked;
