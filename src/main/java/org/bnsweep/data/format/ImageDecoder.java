package org.bnsweep.data.format;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;

/**
 * Turns encoded images (PNG, and what else the JDK reads) of one size into bytes: the samples of
 * each pixel, row by row, without a change of colours.
 */
final class ImageDecoder {
  private static final int MOST_PIXELS = 10_000_000;

  private final DataFile file;
  private final int most;
  private Optional<RowCollector> rows = Optional.empty();
  private int width;
  private int height;
  private int bands;
  private double[] values = {};

  /**
   * @param most images whose values are kept
   */
  ImageDecoder(DataFile file, int most) {
    this.file = file;
    this.most = most;
  }

  /**
   * Takes the next image in.
   *
   * @param place for messages, as in {@code row 3, column 1 (image)}
   * @throws DataException if it is none, or of another size than the first
   */
  void add(byte[] encoded, String place) {
    ImageIO.setUseCache(false);
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw file.error(place + " is no image that Java reads, must be PNG, JPEG, GIF or BMP");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        // The header alone, before memory is taken for the pixels.
        checkSize(reader.getWidth(0), reader.getHeight(0), place);
        add(reader.read(0).getRaster(), place);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DataException(
          file.name() + ": " + place + " is a damaged image: " + DataException.reason(e), e);
    }
  }

  private void checkSize(int wide, int high, String place) {
    if ((long) wide * high > MOST_PIXELS) {
      throw file.error(
          place
              + " is an image of "
              + high
              + "x"
              + wide
              + ", must be of at most "
              + MOST_PIXELS
              + " pixels");
    }
    if (rows.isPresent() && (wide != width || high != height)) {
      throw file.error(
          place
              + " is an image of "
              + high
              + "x"
              + wide
              + ", must be of "
              + height
              + "x"
              + width
              + " as the first");
    }
    width = wide;
    height = high;
  }

  private void add(Raster raster, String place) {
    if (rows.isEmpty()) {
      bands = raster.getNumBands();
      values = new double[width * height * bands];
      rows = Optional.of(new RowCollector(file, values.length, most, v -> "value " + (v + 1)));
    }
    if (raster.getNumBands() != bands || raster.getSampleModel().getSampleSize(0) > 8) {
      throw file.error(
          place
              + " has "
              + raster.getNumBands()
              + " colours of "
              + raster.getSampleModel().getSampleSize(0)
              + " bits, must have "
              + bands
              + " of at most 8 as the first");
    }
    raster.getPixels(0, 0, width, height, values);
    rows.orElseThrow().add(values, RowCollector.Written.WHOLE, () -> place);
  }

  Values finish() {
    Values all = rows.orElseThrow().finish();
    return all instanceof ByteValues bytes ? bytes.as(ByteValues.Meaning.PIXEL) : all;
  }

  /** Of an image, colours beside each other. */
  SampleWidth width() {
    return SampleWidth.ofImages(height, width * bands);
  }
}
