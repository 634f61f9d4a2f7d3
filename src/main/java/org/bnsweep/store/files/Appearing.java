package org.bnsweep.store.files;

import java.io.IOException;

/** How files come to their names in a run folder: at once, with all that is in them. */
interface Appearing {

  static Appearing of(RunFiles files, StoreTraits.Appearance appearance) {
    return switch (appearance) {
      case BY_RENAME -> new AppearingByRename(files);
      case ON_CLOSE -> new AppearingOnClose(files);
    };
  }

  /** Begins a file. */
  NewFile create(String name) throws IOException;

  /** Gives a complete file another name, over the one that may be there. */
  void replace(String from, String to) throws IOException;
}
