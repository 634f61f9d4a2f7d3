package org.bnsweep.data.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.DataPlace.Entry;
import org.bnsweep.data.raw.Part;

/**
 * Finds IDX files by their names, which are those of MNIST as they are met: with a dash or a dot
 * before {@code idx}, with {@code .gz} or without, in folders of the file's name, with a prefix,
 * {@code test} for {@code t10k}, with other types and dimensions.
 *
 * @param folder where they are
 * @param prefix of the set that is wanted
 */
record IdxNames(DataPlace.Folder folder, Optional<String> prefix) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<prefix>|.*[-_.])(?<part>train|t10k|test)[-_](?<kind>images|labels)"
              + "[-.]idx(?<dimensions>\\d)[-.](?<type>[a-z0-9]+?)(?<packed>\\.gz)?");

  /** Whether something in {@code folder} is called as an IDX file is. */
  static boolean areIn(DataPlace.Folder folder) {
    return folder.entries().stream().anyMatch(entry -> NAME.matcher(entry.lastName()).matches());
  }

  /** A name that fits, and what has it; the best candidate comes first. */
  private record Candidate(String prefix, int rank, Entry entry) {}

  /**
   * The file of {@code kind} for {@code part}.
   *
   * @throws DataException if there is none, or several sets of which none was chosen
   */
  DataFile file(Part part, IdxHeader.Kind kind) {
    List<Candidate> all = candidates(part, kind);
    String chosen = chosen(all);
    List<Candidate> fitting =
        all.stream()
            .filter(candidate -> candidate.prefix.equals(chosen))
            .sorted(Comparator.comparingInt(Candidate::rank))
            .toList();
    for (Candidate candidate : fitting) {
      Optional<DataFile> file = file(candidate.entry);
      if (file.isPresent()) {
        return file.get();
      }
    }
    throw fitting.isEmpty() ? missing(part, kind, chosen) : noFile(fitting.get(0).entry);
  }

  private List<Candidate> candidates(Part part, IdxHeader.Kind kind) {
    List<Candidate> candidates = new ArrayList<>();
    for (Entry entry : folder.entries()) {
      Matcher name = NAME.matcher(entry.lastName());
      if (name.matches()
          && name.group("kind").equals(kind.word())
          && name.group("part").equals("train") == (part == Part.TRAIN)) {
        int packed = name.group("packed") == null ? 0 : 1;
        int dotted = entry.lastName().contains(".idx") ? 2 : 0;
        int inside = entry instanceof Entry.AFile ? 0 : 4;
        candidates.add(new Candidate(name.group("prefix"), packed + dotted + inside, entry));
      }
    }
    return candidates;
  }

  private String chosen(List<Candidate> candidates) {
    TreeSet<String> prefixes = new TreeSet<>();
    candidates.forEach(candidate -> prefixes.add(candidate.prefix));
    if (prefix.isPresent()) {
      String wanted = prefix.get();
      return prefixes.stream()
          .filter(there -> there.equals(wanted) || there.equals(wanted + "-"))
          .findFirst()
          .orElseThrow(
              () ->
                  new DataException(
                      "data.prefix is "
                          + wanted
                          + ", but the sets in "
                          + folder.name()
                          + " are "
                          + words(prefixes)));
    }
    if (prefixes.size() > 1 && !prefixes.contains("")) {
      throw new DataException(
          folder.name() + ": has several sets, choose one with data.prefix: " + words(prefixes));
    }
    return prefixes.isEmpty() ? "" : prefixes.first();
  }

  private static String words(TreeSet<String> prefixes) {
    List<String> shown =
        prefixes.stream().map(p -> p.isEmpty() ? "one without a prefix" : dashless(p)).toList();
    return shown.isEmpty() ? "none" : String.join(", ", shown);
  }

  private static String dashless(String prefix) {
    return prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }

  private static Optional<DataFile> file(Entry entry) {
    if (entry instanceof Entry.AFile file) {
      return Optional.of(file.file());
    }
    // A folder may hold the file whose name it has.
    return entry instanceof Entry.AFolder within
        ? within.files().stream()
            .filter(file -> NAME.matcher(file.lastName()).matches())
            .filter(file -> sameWords(file.lastName(), within.lastName()))
            .findFirst()
        : Optional.empty();
  }

  private static boolean sameWords(String a, String b) {
    return plain(a).equals(plain(b));
  }

  private static String plain(String name) {
    return name.replaceFirst("\\.gz$", "").replace('.', '-');
  }

  private static DataException noFile(Entry entry) {
    return entry instanceof Entry.AFolder within
        ? new DataException(within.name() + ": is a folder, must be an IDX file")
        : new DataException(
            ((Entry.Other) entry).name() + ": is a pipe or device, must be an IDX file");
  }

  private DataException missing(Part part, IdxHeader.Kind kind, String chosen) {
    String name =
        chosen
            + (part == Part.TRAIN ? "train" : "t10k")
            + (kind == IdxHeader.Kind.IMAGES ? "-images-idx3-ubyte" : "-labels-idx1-ubyte");
    return new DataException(
        folder.name()
            + ": has neither "
            + name
            + " nor "
            + name
            + ".gz; fetch mnist gets the files, and data.source may name a file of another format");
  }
}
