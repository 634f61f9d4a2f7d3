package org.bnsweep.store.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.files.Reason;
import org.bnsweep.store.files.Interrupts;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunLock;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.store.table.Zstd;
import org.bnsweep.store.trial.Provenance;
import org.jspecify.annotations.Nullable;

/** The Parquet files of a ledger: {@code trials/part-000001-9f3c2a10.parquet}. */
public final class LedgerParts {
  public static final String FOLDER = "trials";

  private static final Pattern NAME = Pattern.compile("part-(\\d{6,9})-[0-9a-f]{8}\\.parquet");
  private static final String FORMAT_KEY = "bnsweep.format";
  private static final String FORMAT = "2";

  /** Lists as bare repeated columns, which {@link TableReader} reads like those of today. */
  private static final String FIRST_FORMAT = "1";

  private static final String DATA_KEY = "bnsweep.data_checksum";
  private static final String NUMERICS_KEY = "bnsweep.numerics_version";

  private final RunFiles files;

  LedgerParts(RunFiles files) {
    this.files = files;
  }

  /** A part that holds no readable table, though the disk gives all its bytes. */
  static final class DamagedPartException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedPartException(String reason) {
      super(reason);
    }
  }

  /** What takes the rows of a part. */
  @FunctionalInterface
  interface Visitor<T> {
    void visit(T row) throws IOException;
  }

  /** A part and its size. */
  record Part(String name, long bytes) {}

  /** All parts, oldest first. */
  List<Part> list() {
    return files.files(FOLDER).stream()
        .filter(file -> isPart(file.name()))
        .map(file -> new Part(FOLDER + "/" + file.name(), file.bytes()))
        .toList();
  }

  /** The names of all parts, oldest first. */
  List<String> names() {
    return list().stream().map(Part::name).toList();
  }

  public static boolean isPart(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  /** A part that is going to be, named as by {@link #name(int, String)}. */
  PartWriter newPart(String name, RunLock lock, Provenance provenance, CommitHook hook)
      throws IOException {
    return new PartWriter(files, name, lock, provenance, hook);
  }

  /** Where {@code name} is, for a message. */
  String describe(String name) {
    return files.describe(name);
  }

  void delete(String part) throws IOException {
    files.delete(part);
  }

  /** The first number that no part has. */
  int nextNumber() {
    int next = 1;
    for (String part : names()) {
      Matcher name = NAME.matcher(part.substring(FOLDER.length() + 1));
      if (name.matches()) {
        next = Math.max(next, Integer.parseInt(name.group(1)) + 1);
      }
    }
    return next;
  }

  /**
   * The name of a new part.
   *
   * @param writer 8 hexadecimal digits that no other writer has: if two ever wrote at once, neither
   *     could replace a part of the other
   */
  static String name(int number, String writer) {
    return String.format(Locale.ROOT, "%s/part-%06d-%s.parquet", FOLDER, number, writer);
  }

  /** What a part keeps in its footer. */
  static Map<String, String> metadata(Provenance provenance) {
    return Map.of(
        FORMAT_KEY, FORMAT,
        DATA_KEY, provenance.dataChecksum(),
        NUMERICS_KEY, provenance.numericsVersion());
  }

  /**
   * Refuses a part whose trials this run must not mix with its own.
   *
   * @throws RunRefusedException naming the part and both sides
   */
  void check(String part, Provenance provenance) throws DamagedPartException {
    Map<String, String> metadata =
        parse(part, () -> TableReader.metadata(files.fileSystem(), files.path(part)));
    String format = metadata.get(FORMAT_KEY);
    if (!FIRST_FORMAT.equals(format)) {
      expect(part, "format", format, FORMAT);
    }
    if (!provenance.dataChecksum().equals(metadata.get(DATA_KEY))) {
      expectTrainSize(part, provenance);
    }
    expect(part, "data checksum", metadata.get(DATA_KEY), provenance.dataChecksum());
    expect(part, "numerics version", metadata.get(NUMERICS_KEY), provenance.numericsVersion());
  }

  /** Refuses other samples in the words of the setting, if it is their number that is another. */
  private void expectTrainSize(String part, Provenance provenance) {
    try (RetryingPartReader<Integer> rows =
        new RetryingPartReader<>(
            files, part, TrialRowCodec.TRAIN_SIZE, row -> row.integer("train_size"))) {
      Integer found = parse(part, rows::next);
      if (found != null) {
        String expected = Integer.toString(provenance.trainSize());
        expect(part, "train_size", found.toString(), expected);
      }
    } catch (DamagedPartException e) {
      // Refused all the same, by its checksum.
    }
  }

  private void expect(String part, String what, @Nullable String found, String expected) {
    if (!expected.equals(found)) {
      throw new RunRefusedException(
          files.describe(part)
              + " has trials of another "
              + what
              + ", its own is "
              + (found == null ? "missing" : found)
              + ", this run's is "
              + expected
              + "; choose another --out, or start again with --overwrite");
    }
  }

  /**
   * Hands every row of a part to {@code visitor}.
   *
   * @throws DamagedPartException if the content is no ledger
   * @throws StoreException if the disk does not give it
   * @throws IOException from {@code visitor} alone
   */
  <T> void forEach(String part, MessageType columns, Function<Row, T> decoder, Visitor<T> visitor)
      throws DamagedPartException, IOException {
    try (RetryingPartReader<T> rows = new RetryingPartReader<>(files, part, columns, decoder)) {
      for (T row = parse(part, rows::next); row != null; row = parse(part, rows::next)) {
        visitor.visit(row);
      }
    }
  }

  /** A step in reading a part that can be tried again. */
  @FunctionalInterface
  private interface Parse<R extends @Nullable Object> {
    R parse() throws IOException;
  }

  /**
   * Tells a bad file from a bad disk: only the former's bytes can all be read. Then it is tried
   * once more, as the disk may have failed for a moment, or its connection. An interrupt, which
   * makes every read fail from then on, is neither.
   */
  private <R extends @Nullable Object> R parse(String part, Parse<R> step)
      throws DamagedPartException {
    // Before, as a part is not damaged because it cannot be unpacked here.
    Zstd.load();
    try {
      return step.parse();
    } catch (IOException | RuntimeException e) {
      refuseIfInterrupted(part, e);
      readBytes(part);
    }
    try {
      return step.parse();
    } catch (IOException | RuntimeException e) {
      readBytes(part);
      refuseIfInterrupted(part, e);
      throw new DamagedPartException(Reason.of(e));
    }
  }

  private void refuseIfInterrupted(String part, Exception failure) {
    if (Thread.currentThread().isInterrupted() || Interrupts.isBehind(failure)) {
      throw new StoreException(
          "cannot read " + files.describe(part), new InterruptedIOException("interrupted"));
    }
  }

  private void readBytes(String part) {
    try (InputStream in = files.open(part)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new StoreException("cannot read " + files.describe(part), e);
    }
  }

  /** Renames a damaged part, so that it is not read again and not lost either. */
  String setAside(String part, DamagedPartException damage) {
    String aside = part + ".damaged";
    try {
      files.replace(part, aside);
    } catch (IOException e) {
      throw new StoreException("cannot rename the damaged " + files.describe(part), e);
    }
    return files.describe(part)
        + " is damaged ("
        + damage.getMessage()
        + "); it is set aside as "
        + aside.substring(FOLDER.length() + 1)
        + " and its trials are trained again";
  }
}
