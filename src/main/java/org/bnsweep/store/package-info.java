/**
 * The run folder: ledger, Parquet tables, summary and manifest, each appearing by rename, on any
 * file system that Hadoop can write.
 *
 * <p>A run writes through {@link org.bnsweep.store.RunFolder}: it opens and locks the folder, reads
 * the {@link org.bnsweep.store.ledger.Ledger}, trains what {@code Ledger.remaining} names while a
 * {@link org.bnsweep.store.ledger.LedgerWriter} takes the results, and finishes. Everybody else
 * reads through {@link org.bnsweep.store.RunReader}.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.open(out, configuration, OnExisting.RESUME, System.err::println)) {
 *   Ledger ledger = folder.ledger(provenance);
 *   Trials remaining = ledger.remaining(sweep.trials(), recording);
 *   try (LedgerWriter writer = ledger.writer()) {
 *     train(remaining, writer::add);
 *   }
 *   RunInfo info = folder.finish(ledger, sweep.trials(), details);
 * }
 * }</pre>
 *
 * <table>
 * <caption>Files</caption>
 * <tr><th>{@code trials/part-*.parquet}</th><td>a row per finished trial, in the order of
 *     completion; curves and activations as lists</td></tr>
 * <tr><th>{@code curves.parquet}</th><td>a row per trial, network and epoch, in the grid's
 *     order; a failed trial has one row per network, without epoch</td></tr>
 * <tr><th>{@code activations.parquet}</th><td>with {@code record_activations}: a row per trial,
 *     network, recorded epoch and hidden layer, in the grid's order; its histogram as lists, one
 *     value a bin</td></tr>
 * <tr><th>{@code summary.csv}</th><td>a row per trial and network</td></tr>
 * <tr><th>{@code pairs.csv}</th><td>a row per trained trial, the normalized network minus the plain one</td></tr>
 * <tr><th>{@code settings.csv}</th><td>a row per setting and network over its seeds, and one for
 *     the difference</td></tr>
 * <tr><th>{@code summary.json}</th><td>the answers of the sweep</td></tr>
 * <tr><th>{@code run.json}</th><td>the manifest; written last, removed first</td></tr>
 * <tr><th>{@code .lock}, {@code .lock-*}</th><td>held while a run writes</td></tr>
 * </table>
 */
@NullMarked
package org.bnsweep.store;

import org.jspecify.annotations.NullMarked;
