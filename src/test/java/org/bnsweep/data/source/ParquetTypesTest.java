package org.bnsweep.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.source.Loading.load;
import static org.bnsweep.data.source.Loading.values;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the columns of a Parquet file can be. */
class ParquetTypesTest {
  @TempDir Path folder;
  private int files;

  @Test
  void decimalsAreTheNumbersTheyStandFor() {
    Path file =
        new SampleFiles(folder, 1)
            .copy(
                "SELECT 0::DECIMAL(4,0) AS label, -1.25::DECIMAL(4,2) AS a, 0.1::DECIMAL(17,3) AS b,"
                    + " -12345678901234567890.5::DECIMAL(30,1) AS c",
                "decimals.parquet");

    assertThat(values(load(file, 1).train())).containsExactly(-1.25, 0.1, -1.2345678901234567E19);
  }

  @Test
  void unsignedNumbersAreNotNegative() {
    Path file =
        new SampleFiles(folder, 1)
            .copy(
                "SELECT 0::UTINYINT AS label, 200::UTINYINT AS a, 60000::USMALLINT AS b,"
                    + " 4000000000::UINTEGER AS c, 18446744073709551615::UBIGINT AS d",
                "unsigned.parquet");

    assertThat(values(load(file, 1).train())).containsExactly(200, 60000, 4e9, 0x1p64);
  }

  @Test
  void readsNumbersOf16Bits() throws IOException {
    Path file =
        file(
            "required fixed_len_byte_array(2) a (FLOAT16);",
            row -> row.append("a", Binary.fromConstantByteArray(new byte[] {0, (byte) 0xc1})),
            row -> row.append("a", Binary.fromConstantByteArray(new byte[] {1, 0})),
            row -> row.append("a", Binary.fromConstantByteArray(new byte[] {(byte) 0xff, 0x7b})));

    assertThat(values(load(file, 3).train())).containsExactly(-2.5, 0x1p-24, 65504);
  }

  @Test
  void aRepeatedNumberIsAList() throws IOException {
    Path file =
        file(
            "repeated int32 a;",
            row -> row.append("a", 300).append("a", 1),
            row -> row.append("a", 2).append("a", 3));

    assertThat(values(load(file, 2).train())).containsExactly(300, 1, 2, 3);
  }

  @Test
  void aRepeatedNumberIsNoColumnAmongOthers() throws IOException {
    Path file =
        file(
            "required int32 b; repeated int32 a;",
            row -> row.append("b", 1).append("a", 300).append("a", 1));

    assertRejects(
        file,
        file
            + ": column 3 (a) is a list or a group, must be numbers; beside the labels there may be"
            + " numbers, or one list, or one image");
  }

  @Test
  void anImageThatIsNoneIsNoListEither() throws IOException {
    Path file =
        file(
            "required group a { required binary path; required int32 bytes; }",
            row -> row.addGroup("a").append("path", Binary.fromString("a.png")).append("bytes", 1));

    assertRejects(file, file + ": column 2 (a) is no list of numbers");
  }

  @Test
  void looksUpPalettes() throws IOException {
    byte[] up = {0, 51, (byte) 255, 9};
    byte[] down = {9, 51, 0, 0};
    IndexColorModel grey = new IndexColorModel(2, 4, up, up, up);
    IndexColorModel coloured = new IndexColorModel(2, 4, up, up, down);

    Samples ofGrey = load(images(image(grey), image(grey)), 2, r -> r.scale = Scale.NONE).train();
    assertThat(values(ofGrey)).containsExactly(0, 51, 255, 9, 0, 51, 255, 9);

    Samples mixed =
        load(images(image(coloured), image(grey)), 2, r -> r.scale = Scale.NONE).train();
    assertThat(values(mixed))
        .containsExactly(
            0, 0, 9, 51, 51, 51, 255, 255, 0, 9, 9, 0, 0, 0, 0, 51, 51, 51, 255, 255, 255, 9, 9, 9);

    Path file = images(image(grey), image(coloured));
    assertRejects(
        file,
        file
            + ": row 2, column 2 (image) has 3 colours of 8 bits, must have 1 of at most 8 as the"
            + " first");
  }

  @Test
  void greyOfFewBitsIsBlackToWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY);
    image.getRaster().setSample(1, 0, 0, 1);

    Samples samples = load(images(image), 1, r -> r.scale = Scale.NONE).train();

    assertThat(values(samples)).containsExactly(0, 255, 0, 0);
  }

  @Test
  void refusesGreyOf16Bits() throws IOException {
    Path file = images(new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY));

    assertRejects(
        file,
        file
            + ": row 1, column 2 (image) has 1 colours of 16 bits, must have 1 of at most 8 as the"
            + " first");
  }

  private static BufferedImage image(IndexColorModel palette) {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY, palette);
    for (int i = 0; i < 4; i++) {
      image.getRaster().setSample(i % 2, i / 2, 0, i);
    }
    return image;
  }

  private Path images(BufferedImage... images) throws IOException {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Consumer<Group>[] rows = new Consumer[images.length];
    for (int i = 0; i < images.length; i++) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(images[i], "png", png);
      byte[] bytes = png.toByteArray();
      rows[i] = row -> row.addGroup("image").append("bytes", Binary.fromConstantByteArray(bytes));
    }
    return file("required group image { required binary bytes; }", rows);
  }

  /** Rows with labels 0, 1 and so on. */
  @SafeVarargs
  private Path file(String fields, Consumer<Group>... rows) throws IOException {
    MessageType type =
        MessageTypeParser.parseMessageType("message m { required int32 label; " + fields + " }");
    Path file = folder.resolve(++files + ".parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(type).build()) {
      for (int i = 0; i < rows.length; i++) {
        Group row = new SimpleGroup(type).append("label", i);
        rows[i].accept(row);
        writer.write(row);
      }
    }
    return file;
  }

  private static void assertRejects(Path file, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(file, 1))
        .withMessage(message);
  }
}
