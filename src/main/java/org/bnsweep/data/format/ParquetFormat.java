package org.bnsweep.data.format;

import org.apache.parquet.hadoop.ParquetFileReader;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.Damage;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.Unpacked;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;

/**
 * Apache Parquet: a column of labels, and the values in a numeric column for each feature, in a
 * list, or in an encoded image as the data sets of Hugging Face have it ({@code image:
 * struct<bytes, path>}).
 */
final class ParquetFormat implements SampleFormat {
  private static final Damage DAMAGE =
      new Damage("is a Parquet file cut short", "is a damaged Parquet file");

  @Override
  public String word() {
    return "Parquet";
  }

  @Override
  public boolean isAt(DataPlace place, Beginning beginning) {
    return place instanceof DataPlace.OneFile && beginning.startsWith('P', 'A', 'R', '1');
  }

  @Override
  public boolean hasTestSamples(DataPlace place) {
    return false;
  }

  @Override
  public RawSamples read(DataPlace place, Request request) {
    DataFile file = ((DataPlace.OneFile) place).file();
    if (Beginning.of(file).isPacked()) {
      throw file.error("is a Parquet file packed with gzip, must be unpacked");
    }
    try {
      return Unpacked.guard(
          file,
          DAMAGE,
          () -> {
            try (ParquetFileReader reader = ParquetFileReader.open(new ParquetInput(file))) {
              return new ParquetTable(file, reader, request).read();
            }
          });
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      // Of a library that trusts what it reads.
      throw file.error("is a damaged Parquet file: " + DataException.reason(e));
    }
  }
}
