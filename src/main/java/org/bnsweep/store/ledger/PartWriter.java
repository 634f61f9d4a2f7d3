package org.bnsweep.store.ledger;

import java.io.IOException;
import java.util.Map;
import org.bnsweep.store.files.NewFile;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunLock;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.TrialResult;

/** A part of the ledger while it is written: hidden until {@link #commit}. */
final class PartWriter {
  private final String name;
  private final NewFile file;
  private final RunLock lock;
  private final Provenance provenance;
  private final CommitHook hook;
  private final TableWriter table;
  private final Row row = new Row(TrialRowCodec.SCHEMA);
  private int rows;

  /**
   * A part named {@code name}.
   *
   * @param lock without which it does not appear
   */
  PartWriter(RunFiles files, String name, RunLock lock, Provenance provenance, CommitHook hook)
      throws IOException {
    this.name = name;
    this.lock = lock;
    this.provenance = provenance;
    this.hook = hook;
    Map<String, String> metadata = LedgerParts.metadata(provenance);
    this.file = files.newFile(name);
    this.table = new TableWriter(file.stream(), TrialRowCodec.SCHEMA, metadata);
  }

  String name() {
    return name;
  }

  int rows() {
    return rows;
  }

  void write(TrialResult result) throws IOException {
    TrialRowCodec.write(row, result, provenance.trainSize(), provenance.epochs());
    table.write(row);
    rows++;
  }

  /** Copies a row as it is, epochs of another configuration included. */
  void write(Row other) throws IOException {
    table.write(other);
    rows++;
  }

  /**
   * Makes the part appear.
   *
   * @throws StoreException if the lock is no longer held: then nothing appears
   */
  void commit() throws IOException {
    hook.after(CommitHook.Step.WRITTEN);
    table.close();
    hook.after(CommitHook.Step.CLOSED);
    lock.check();
    file.appear();
    hook.after(CommitHook.Step.RENAMED);
  }

  /** Throws away what was written. */
  void abandon() {
    table.abandon();
    file.abandon();
  }
}
