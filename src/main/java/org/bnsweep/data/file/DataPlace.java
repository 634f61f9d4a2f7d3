package org.bnsweep.data.file;

import java.util.List;

/** Where samples are. */
public sealed interface DataPlace {

  /** For messages. */
  String name();

  /** What helps whoever needs more samples than there are here; appended to a message. */
  default String hint() {
    return "";
  }

  /** One file. */
  record OneFile(DataFile file) implements DataPlace {
    @Override
    public String name() {
      return file.name();
    }
  }

  /**
   * A folder.
   *
   * @param entries what is in it; of a folder in it, what is in that one
   * @param hint appended to a message about too few samples
   */
  record Folder(String name, List<Entry> entries, String hint) implements DataPlace {
    public Folder {
      entries = List.copyOf(entries);
    }
  }

  /** What can be in a folder. */
  sealed interface Entry {
    /** Name without the folders before it. */
    String lastName();

    /** A file. */
    record AFile(String lastName, DataFile file) implements Entry {}

    /** A folder with the files in it. */
    record AFolder(String lastName, String name, List<DataFile> files) implements Entry {
      public AFolder {
        files = List.copyOf(files);
      }
    }

    /** A pipe or device, which would be waited for without end. */
    record Other(String lastName, String name) implements Entry {}
  }
}
