package org.bnsweep.data.format;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.raw.LabelCollector;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.SampleWidth;

/**
 * A folder of IDX files as MNIST (LeCun, Cortes and Burges) came in: {@code
 * train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and
 * {@code t10k-labels-idx1-ubyte}, or names like these ({@link IdxNames}).
 */
final class IdxFormat implements SampleFormat {

  @Override
  public String word() {
    return "a folder of IDX files";
  }

  @Override
  public boolean isAt(DataPlace place, Beginning beginning) {
    return place instanceof DataPlace.Folder;
  }

  @Override
  public boolean hasTestSamples(DataPlace place) {
    return true;
  }

  @Override
  public RawSamples read(DataPlace place, Request request) {
    IdxNames names = new IdxNames((DataPlace.Folder) place, request.reading().prefix());
    IdxFile images =
        IdxFile.read(
            names.file(request.part(), IdxHeader.Kind.IMAGES),
            IdxHeader.Kind.IMAGES,
            request.rows());
    IdxFile labels =
        IdxFile.read(
            names.file(request.part(), IdxHeader.Kind.LABELS), IdxHeader.Kind.LABELS, Request.ALL);
    long count = images.header().count();
    if (labels.header().count() != count) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: has %d labels, must be %d as the images in %s",
              labels.name(),
              labels.header().count(),
              count,
              images.name()));
    }
    IdxHeader header = images.header();
    SampleWidth shape =
        SampleWidth.ofImages((int) header.rows(), (int) header.columns(), (int) header.colours());
    return new RawSamples(
        images.name(), labels.name(), shape, values(images, request.rows()), labels(labels));
  }

  private static Values values(IdxFile images, int most) {
    IdxHeader header = images.header();
    if (header.type() == IdxType.UNSIGNED_BYTE) {
      return ByteValues.pixels(images.bytes());
    }
    int features = header.sampleNumbers();
    RowCollector rows =
        new RowCollector(images.file(), features, most, column -> "value " + (column + 1));
    ByteBuffer numbers = ByteBuffer.wrap(images.bytes());
    double[] row = new double[features];
    int count = images.bytes().length / header.sampleBytes();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        row[j] = header.type().at(numbers, i * features + j);
      }
      int sample = i;
      rows.add(
          row,
          header.type().isWhole() ? RowCollector.Written.WHOLE : RowCollector.Written.REAL,
          () -> "sample " + sample);
    }
    return rows.finish();
  }

  private static int[] labels(IdxFile file) {
    IdxHeader header = file.header();
    ByteBuffer numbers = ByteBuffer.wrap(file.bytes());
    LabelCollector labels = new LabelCollector(file.file());
    for (int i = 0; i < header.count(); i++) {
      int sample = i;
      labels.add(header.type().at(numbers, i * header.sampleNumbers()), () -> "sample " + sample);
    }
    return labels.finish();
  }
}
