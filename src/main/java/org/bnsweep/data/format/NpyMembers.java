package org.bnsweep.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.Gzip;
import org.bnsweep.data.file.Unpacked;
import org.bnsweep.data.raw.Part;

/**
 * The arrays of an NPZ file, or of a folder with NPY files: which is of the samples, and which of
 * their labels, shows in names ({@code x_train}, {@code y_test}, {@code train_images}, {@code
 * labels}) and in the number of dimensions.
 *
 * @param place for messages
 * @param all in the order of the file
 */
record NpyMembers(String place, List<Member> all) {
  private static final String SUFFIX = ".npy";
  private static final int MOST = 1000;

  /**
   * An array.
   *
   * @param name without {@code .npy}
   */
  record Member(String name, NpyHeader header, DataFile file) {
    boolean isTest() {
      return name.toLowerCase(Locale.ROOT).contains("test");
    }

    boolean isValidation() {
      return name.toLowerCase(Locale.ROOT).matches("val|val[_-].*|.*[_-]val|valid.*|.*_valid.*");
    }

    boolean isOfLabels() {
      return header.dimensions() == 1 || header.features() == 1;
    }
  }

  /** Samples and their labels. */
  record Pair(Member samples, Member labels) {}

  static NpyMembers of(DataPlace place) {
    List<Member> members = new ArrayList<>();
    if (place instanceof DataPlace.Folder folder) {
      for (DataPlace.Entry entry : folder.entries()) {
        if (entry instanceof DataPlace.Entry.AFile file && file.lastName().endsWith(SUFFIX)) {
          members.add(member(stem(file.lastName()), file.file()));
        }
      }
    } else {
      DataFile zip = ((DataPlace.OneFile) place).file();
      members.addAll(inside(zip));
    }
    return new NpyMembers(place.name(), members);
  }

  private static String stem(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  private static Member member(String name, DataFile file) {
    return new Member(
        name, Unpacked.read(file, NpyFormat.DAMAGE, in -> NpyHeader.read(file, in)), file);
  }

  /** All in one pass, as the archive may have to be unpacked for it. */
  private static List<Member> inside(DataFile zip) {
    return Unpacked.read(
        zip,
        NpyFormat.DAMAGE,
        in -> {
          List<Member> members = new ArrayList<>();
          ZipInputStream entries = new ZipInputStream(in);
          for (ZipEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
            if (e.getName().endsWith(SUFFIX)) {
              DataFile file = inside(zip, e.getName());
              members.add(new Member(stem(e.getName()), NpyHeader.read(file, entries), file));
            }
            if (members.size() > MOST) {
              throw zip.error("has more than " + MOST + " arrays");
            }
          }
          return members;
        });
  }

  private static DataFile inside(DataFile zip, String name) {
    return new DataFile(
        zip.name() + "[" + stem(name) + "]", OptionalLong.empty(), () -> open(zip, name));
  }

  private static InputStream open(DataFile zip, String name) throws IOException {
    InputStream stored = zip.content().open();
    try {
      ZipInputStream entries = new ZipInputStream(Gzip.unpacked(stored));
      for (ZipEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
        if (e.getName().equals(name)) {
          return entries;
        }
      }
    } catch (IOException e) {
      stored.close();
      throw e;
    }
    stored.close();
    throw zip.error("has no array " + name + " any more");
  }

  boolean hasTest() {
    return all.stream().anyMatch(Member::isTest);
  }

  /**
   * The samples of {@code part}; of a file without a test set, those there are.
   *
   * @throws DataException unless there is one array of samples and one of labels
   */
  Pair pair(Part part) {
    boolean test = part == Part.TEST && hasTest();
    List<Member> candidates =
        all.stream().filter(m -> m.isTest() == test && (test || !m.isValidation())).toList();
    List<Member> samples = candidates.stream().filter(m -> !m.isOfLabels()).toList();
    List<Member> labels = candidates.stream().filter(Member::isOfLabels).toList();
    if (samples.size() != 1 || labels.size() != 1) {
      throw new DataException(
          place
              + ": has "
              + (all.isEmpty()
                  ? "no array"
                  : "the arrays "
                      + String.join(
                          ", ", all.stream().map(m -> m.name + " " + m.header.words()).toList()))
              + ", must have one of samples and one of labels to "
              + (part == Part.TRAIN ? "train" : "test")
              + " on, as in x_train, y_train, x_test, y_test");
    }
    return new Pair(samples.get(0), labels.get(0));
  }
}
