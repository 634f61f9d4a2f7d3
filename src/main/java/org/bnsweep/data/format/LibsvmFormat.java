package org.bnsweep.data.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.Damage;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.MemoryLimit;
import org.bnsweep.data.file.Unpacked;
import org.bnsweep.data.raw.LabelCollector;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.SampleWidth;

/**
 * The sparse text of LIBSVM (Chang and Lin, 2011): a sample in each line, its label, then {@code
 * index:value} for what is not 0, indices ascending from 1. How many features there are shows in no
 * line; the largest index tells.
 */
final class LibsvmFormat implements SampleFormat {
  private static final String LABEL = "[-+]?[0-9.]+([eE][-+]?[0-9]+)?";
  private static final Pattern LABEL_ALONE = Pattern.compile(LABEL);
  private static final Pattern LINE = Pattern.compile(LABEL + "(\\s+[0-9]+:[^\\s:,]+)+");
  private static final Sparse GIVEN_BACK = new Sparse(new int[0], new double[0], true, 0);

  /** Of what surrounds the numbers. */
  private static final int BYTES_OF_SAMPLE = 100;

  private static final int MOST_FEATURES = 10_000_000;

  @Override
  public String word() {
    return "LIBSVM";
  }

  @Override
  public boolean isAt(DataPlace place, Beginning beginning) {
    if (!(place instanceof DataPlace.OneFile) || !beginning.isText()) {
      return false;
    }
    // A sample of zeros alone is its label, and shows nothing.
    String line =
        beginning
            .text()
            .lines()
            .map(LibsvmFormat::withoutComment)
            .filter(text -> !text.isEmpty() && !LABEL_ALONE.matcher(text).matches())
            .findFirst()
            .orElse("");
    // It may be longer than what was read.
    int end = line.lastIndexOf(' ');
    return LINE.matcher(line).matches()
        || (end > 0 && LINE.matcher(line.substring(0, end).strip()).matches());
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  @Override
  public boolean hasTestSamples(DataPlace place) {
    return false;
  }

  @Override
  public RawSamples read(DataPlace place, Request request) {
    DataFile file = ((DataPlace.OneFile) place).file();
    return Unpacked.read(file, Damage.ofGzip(word()), in -> new Lines(file).read(in, request));
  }

  /** What is not 0 of one sample, until it is known how many features there are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sparse(int[] indices, double[] values, boolean whole, long line) {}

  private static final class Lines {
    private final DataFile file;
    private final LabelCollector labels;
    private final List<Sparse> samples = new ArrayList<>();
    private final Numbers number = new Numbers();
    private int features;
    private long stored;

    Lines(DataFile file) {
      this.file = file;
      this.labels = new LabelCollector(file);
    }

    RawSamples read(InputStream in, Request request) throws IOException {
      BoundedLines lines =
          new BoundedLines(
              file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
      for (String line = lines.next(); line != null; line = lines.next()) {
        String text = withoutComment(line);
        if (!text.isEmpty()) {
          read(text.split("\\s+"), lines.number());
        }
      }
      return finish(request);
    }

    private void read(String[] words, long line) {
      if (!number.read(words[0])) {
        throw error(line, "begins with " + words[0] + ", must begin with a label");
      }
      labels.add(number.value(), () -> "line " + line);
      int[] indices = new int[words.length - 1];
      double[] values = new double[words.length - 1];
      boolean whole = true;
      int before = 0;
      for (int i = 1; i < words.length; i++) {
        int colon = words[i].indexOf(':');
        if (colon < 0 || !words[i].substring(0, colon).matches("\\d{1,9}")) {
          throw error(line, "has " + words[i] + ", must be index:value");
        }
        int index = Integer.parseInt(words[i].substring(0, colon));
        if (index <= before) {
          throw error(
              line,
              "has index "
                  + index
                  + (index == before && before > 0 ? " twice" : " after " + before)
                  + ", must ascend from 1");
        }
        if (index > MOST_FEATURES) {
          throw error(line, "has index " + index + ", must be at most " + MOST_FEATURES);
        }
        if (!number.read(words[i].substring(colon + 1))) {
          throw error(line, "has " + words[i] + ", must be index:value with a number");
        }
        if (!Double.isFinite(number.value())) {
          throw error(
              line, "index " + index + " is " + number.value() + ", must be a finite number");
        }
        before = index;
        indices[i - 1] = index - 1;
        values[i - 1] = number.value();
        whole &= number.isWhole();
      }
      features = Math.max(features, before);
      stored += BYTES_OF_SAMPLE + (Integer.BYTES + Double.BYTES) * (long) indices.length;
      MemoryLimit.check(file, stored);
      samples.add(new Sparse(indices, values, whole, line));
    }

    private DataException error(long line, String problem) {
      return file.error("line " + line + " " + problem);
    }

    private RawSamples finish(Request request) {
      if (features == 0) {
        throw file.error("has no values, must have a line for each sample");
      }
      RowCollector rows =
          new RowCollector(file, features, request.rows(), feature -> "index " + (feature + 1));
      MemoryLimit.check(file, (long) Double.BYTES * features);
      double[] row = new double[features];
      for (int i = 0; i < samples.size(); i++) {
        Sparse sample = samples.get(i);
        Arrays.fill(row, 0);
        for (int k = 0; k < sample.indices.length; k++) {
          row[sample.indices[k]] = sample.values[k];
        }
        rows.add(
            row,
            sample.whole ? RowCollector.Written.WHOLE : RowCollector.Written.REAL,
            () -> "line " + sample.line);
        samples.set(i, GIVEN_BACK);
      }
      Values values = rows.finish();
      return new RawSamples(
          file.name(), file.name(), SampleWidth.ofSparse(features), values, labels.finish());
    }
  }
}
