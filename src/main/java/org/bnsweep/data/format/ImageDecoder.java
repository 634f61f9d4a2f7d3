package org.bnsweep.data.format;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.MemoryLimit;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.SampleWidth;

/**
 * Turns encoded images (PNG, and what else the JDK reads) of one size into bytes: the colours of
 * each pixel, row by row, each from 0 to 255. A palette is looked up, and is grey if all of its
 * colours are.
 */
final class ImageDecoder {
  private static final int MOST_PIXELS = 10_000_000;
  private static final int BITS = 8;
  private static final int LARGEST = 255;

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
        add(reader.read(0), place);
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

  private void add(BufferedImage image, String place) {
    Optional<IndexColorModel> palette =
        image.getColorModel() instanceof IndexColorModel model
            ? Optional.of(model)
            : Optional.empty();
    Raster raster = image.getRaster();
    int found = palette.map(ImageDecoder::colours).orElse(raster.getNumBands());
    if (rows.isEmpty()) {
      bands = found;
      MemoryLimit.check(file, (long) Double.BYTES * width * height * bands);
      values = new double[width * height * bands];
      rows = Optional.of(new RowCollector(file, values.length, most, v -> "value " + (v + 1)));
    }
    int bits = palette.isPresent() ? BITS : raster.getSampleModel().getSampleSize(0);
    // A palette can be grey by chance.
    boolean fits = found == bands || (palette.isPresent() && found == 1 && bands == 3);
    if (!fits || bits > BITS) {
      throw file.error(
          place
              + " has "
              + found
              + " colours of "
              + bits
              + " bits, must have "
              + bands
              + " of at most 8 as the first");
    }
    if (palette.isPresent()) {
      lookUp(raster, palette.get());
    } else {
      raster.getPixels(0, 0, width, height, values);
      stretch(raster);
    }
    rows.orElseThrow().add(values, RowCollector.Written.WHOLE, () -> place);
  }

  private static int colours(IndexColorModel palette) {
    boolean grey = true;
    for (int i = 0; i < palette.getMapSize(); i++) {
      grey &= palette.getRed(i) == palette.getGreen(i) && palette.getRed(i) == palette.getBlue(i);
    }
    if (palette.hasAlpha()) {
      return 4;
    }
    return grey ? 1 : 3;
  }

  private void lookUp(Raster raster, IndexColorModel palette) {
    int[][] colours =
        IntStream.range(0, palette.getMapSize())
            .mapToObj(place -> palette.getComponents(place, null, 0))
            .toArray(int[][]::new);
    int[] places = raster.getSamples(0, 0, width, height, 0, new int[width * height]);
    for (int i = 0; i < places.length; i++) {
      for (int band = 0; band < bands; band++) {
        values[i * bands + band] = colours[places[i]][band];
      }
    }
  }

  /** Colours of fewer than 8 bits are from 0 to 255, too. */
  private void stretch(Raster raster) {
    for (int band = 0; band < bands; band++) {
      int largest = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
      if (largest != LARGEST) {
        for (int i = band; i < values.length; i += bands) {
          values[i] = Math.rint(values[i] * LARGEST / largest);
        }
      }
    }
  }

  Values finish() {
    Values all = rows.orElseThrow().finish();
    return all instanceof ByteValues bytes ? bytes.as(ByteValues.Meaning.PIXEL) : all;
  }

  /** Of an image. */
  SampleWidth width() {
    return SampleWidth.ofImages(height, width, bands);
  }
}
