package org.bnsweep.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.Damage;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.Unpacked;
import org.bnsweep.data.raw.LabelCollector;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.SampleWidth;
import org.bnsweep.data.raw.TableColumns;

/**
 * NumPy's arrays: an NPZ file as Keras has MNIST in it, a folder of NPY files, or one NPY file of a
 * table that has the labels in a column.
 *
 * <p>Read here and not by ND4J, which wants the whole file in native memory before it looks at the
 * header, knows no archive on another file system, and stays behind {@code nn} and {@code train}.
 */
final class NpyFormat implements SampleFormat {
  static final Damage DAMAGE =
      new Damage("is cut short, expected a complete file", "is a damaged archive");

  @Override
  public String word() {
    return "NPZ or NPY";
  }

  @Override
  public boolean isAt(DataPlace place, Beginning beginning) {
    if (place instanceof DataPlace.Folder folder) {
      return !IdxNames.areIn(folder)
          && folder.entries().stream().anyMatch(entry -> entry.lastName().endsWith(".npy"));
    }
    return isTable(beginning) || (beginning.startsWith('P', 'K', 3, 4) && beginning.has(".npy"));
  }

  private static boolean isTable(Beginning beginning) {
    return beginning.startsWith(0x93, 'N', 'U', 'M', 'P', 'Y');
  }

  @Override
  public boolean hasTestSamples(DataPlace place) {
    boolean several =
        place instanceof DataPlace.Folder
            || !isTable(Beginning.of(((DataPlace.OneFile) place).file()));
    return several && NpyMembers.of(place).hasTest();
  }

  @Override
  public RawSamples read(DataPlace place, Request request) {
    if (place instanceof DataPlace.OneFile one && isTable(Beginning.of(one.file()))) {
      return table(one.file(), request);
    }
    NpyMembers.Pair pair = NpyMembers.of(place).pair(request.part());
    NpyMembers.Member samples = pair.samples();
    NpyMembers.Member labels = pair.labels();
    if (samples.header().count() != labels.header().count()) {
      throw new DataException(
          labels.file().name()
              + ": has "
              + labels.header().count()
              + " labels, must be "
              + samples.header().count()
              + " as the samples in "
              + samples.file().name());
    }
    IntFunction<String> value = feature -> "value " + (feature + 1);
    Values values =
        Unpacked.read(
            samples.file(),
            DAMAGE,
            in -> {
              NpyHeader header = NpyHeader.read(samples.file(), in);
              return new NpyArray(samples.file(), header, in).values(request.rows(), value);
            });
    return new RawSamples(
        samples.file().name(),
        labels.file().name(),
        samples.header().width(),
        values,
        labels(labels.file()));
  }

  private static int[] labels(DataFile file) {
    return Unpacked.read(
        file,
        DAMAGE,
        in -> {
          LabelCollector labels = new LabelCollector(file);
          new NpyArray(file, NpyHeader.read(file, in), in)
              .forEachRow((row, place) -> labels.add(row[0], place));
          return labels.finish();
        });
  }

  private static RawSamples table(DataFile file, Request request) {
    return Unpacked.read(
        file,
        DAMAGE,
        in -> {
          NpyHeader header = NpyHeader.read(file, in);
          if (header.dimensions() != 2) {
            throw file.error(
                "is one array of "
                    + header.words()
                    + ", must be a table of two dimensions with the labels in a column,"
                    + " or be beside its labels in a folder or an NPZ file");
          }
          List<String> none = new ArrayList<>();
          TableColumns columns = TableColumns.of(file, none, header.features(), request.reading());
          RowCollector rows =
              new RowCollector(
                  file,
                  columns.features(),
                  request.rows(),
                  feature -> columns.words(columns.columnOf(feature)));
          LabelCollector labels = new LabelCollector(file, columns.hint());
          NpyArray array = new NpyArray(file, header, in);
          array.forEachRow(
              (row, place) -> {
                double label = row[columns.label()];
                int after = columns.count() - columns.label() - 1;
                System.arraycopy(row, columns.label() + 1, row, columns.label(), after);
                rows.add(row, array.written(), place);
                labels.add(label, place);
              });
          return new RawSamples(
              file.name(),
              file.name(),
              SampleWidth.ofTable(columns.features()),
              rows.finish(),
              labels.finish());
        });
  }
}
