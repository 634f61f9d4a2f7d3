package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.model.MadeUpBands;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PictureFilesTest {
  private static final String HOSTILE =
      "</title></svg><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\n\u202e\u0000\u2028end";

  @Test
  void hostileNamesAreTextInSvg() throws Exception {
    AccuracyChart chart =
        new AccuracyChart(
            HOSTILE,
            Drawn.PAIR,
            List.of(Drawn.panel(HOSTILE, MadeUpBands.of(ReferenceRun.facts(HOSTILE, 2, 0)))),
            HOSTILE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    PictureFiles.svg(chart, out);

    Document document = parsed(out.toByteArray());
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .startsWith(
            "</title></svg><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>    end: accuracy");
  }

  @Test
  void aGradientInSvgColoursNothingButItsOwnShape() throws Exception {
    RunData data = RunDataReader.read(new MadeUpRun(8, 6, 1, 2, 0));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    PictureFiles.svg(HeatMaps.of(data).orElseThrow(), out);

    // The bar beside each of the three maps.
    assertThat(out.toString(StandardCharsets.UTF_8).split("<image", -1)).hasSize(1 + 3);
  }

  @Test
  void whatIsDrawnAheadHasAxesAndText() throws Exception {
    EmptyChart chart = new EmptyChart(400, 300);
    BufferedImage image = Drawn.png(chart);

    // Frame, grid and letters.
    assertThat(400 * 300 - Drawn.count(image, Color.WHITE.getRGB())).isBetween(1500L, 20_000L);
    assertThat(Drawn.text(chart).split("<path", -1)).hasSizeGreaterThan(5);
    StaticCharts.prepare();
  }

  @Test
  void svgFetchesNothing() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PictureFiles.svg(
        new AccuracyChart(
            "x", Drawn.PAIR, Panels.of(RunDataReader.read(ReferenceRun.of(0))).drawn(), ""),
        out);

    String svg = out.toString(StandardCharsets.UTF_8);
    assertThat(svg).doesNotContain("DOCTYPE").doesNotContain("href").contains("role=\"img\"");
    assertThat(svg.length()).isLessThan(400_000);
  }

  /** Draws in a Java that finds neither fonts nor a cache of where they were. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void drawsTheSamePictureOnAServerWithoutFonts(@TempDir Path folder) throws Exception {
    Path configuration = folder.resolve("fonts.conf");
    Files.writeString(configuration, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    Path picture = folder.resolve("picture.png");
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                DrawsOnePicture.class.getName(),
                picture.toString())
            .redirectErrorStream(true);
    java.environment().put("FONTCONFIG_FILE", configuration.toString());
    java.environment().put("FONTCONFIG_PATH", folder.toString());

    Process process = java.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEmpty();
    ByteArrayOutputStream here = new ByteArrayOutputStream();
    DrawsOnePicture.to(here);
    assertThat(Files.readAllBytes(picture)).isEqualTo(here.toByteArray());
  }

  private static Document parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return Objects.requireNonNull(
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
  }
}
