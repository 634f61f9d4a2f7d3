package org.bnsweep.data.format;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.bnsweep.data.file.DataFile;

/** A file of samples as Parquet opens files. */
record ParquetInput(DataFile file) implements InputFile {

  @Override
  public long getLength() throws IOException {
    return file.length().orElseThrow(() -> new IOException("its length is not known"));
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    InputStream in = file.content().open();
    if (in instanceof FSDataInputStream seekable) {
      return HadoopStreams.wrap(seekable);
    }
    in.close();
    throw new IOException("cannot be read from its end, which Parquet needs");
  }
}
