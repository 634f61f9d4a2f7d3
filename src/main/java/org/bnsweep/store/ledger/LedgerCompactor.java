package org.bnsweep.store.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.ledger.LedgerParts.DamagedPartException;
import org.bnsweep.store.ledger.LedgerParts.Part;

/**
 * Merges the small parts of a ledger when there are many: a run of a day writes one every few
 * seconds.
 *
 * <p>The merged part appears before its sources go, so a crash leaves trials twice, which every
 * reader counts once. A merge is bounded in bytes, so that it fits between two commits, and a part
 * above half of the bound is never merged again, so the work stays linear.
 */
final class LedgerCompactor {
  private static final int MANY = 64;
  static final long MERGED_BYTES = 8L << 20;

  private final Ledger ledger;
  private final int many;
  private final long mergedBytes;

  LedgerCompactor(Ledger ledger) {
    this(ledger, MANY, MERGED_BYTES);
  }

  /** As {@link #LedgerCompactor(Ledger)}, with bounds of the caller's: {@code many} at least 2. */
  LedgerCompactor(Ledger ledger, int many, long mergedBytes) {
    this.ledger = ledger;
    this.many = many;
    this.mergedBytes = mergedBytes;
  }

  void compactIfMany() throws IOException {
    List<Part> small = smallParts();
    if (small.size() >= many) {
      try {
        merge(fitting(small));
      } catch (DamagedPartException e) {
        // Left for the next run on the folder, which sets it aside and trains its trials again.
        return;
      }
    }
  }

  /** All that may still be merged, oldest first. */
  private List<Part> smallParts() {
    return ledger.parts().list().stream().filter(part -> part.bytes() <= mergedBytes / 2).toList();
  }

  /** The oldest of {@code small} that fit into one merged part: two always do. */
  private List<String> fitting(List<Part> small) {
    List<String> fitting = new ArrayList<>();
    long bytes = 0;
    for (Part part : small) {
      if (bytes + part.bytes() <= mergedBytes) {
        fitting.add(part.name());
        bytes += part.bytes();
      }
    }
    return fitting;
  }

  private void merge(List<String> sources) throws IOException, DamagedPartException {
    PartWriter merged = ledger.newPart();
    boolean committed = false;
    try {
      for (String source : sources) {
        ledger.parts().forEach(source, TrialRowCodec.SCHEMA, row -> row, merged::write);
      }
      merged.commit();
      committed = true;
    } finally {
      if (!committed) {
        merged.abandon();
      }
    }
    ledger.removeMerged(sources);
  }
}
