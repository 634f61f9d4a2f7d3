package org.bnsweep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.report.chart.PowerPanels;

/**
 * How costs grow: those of a pair with the size of its networks, batches and data, beside its
 * matrix products alone, and those of a trial with the number of trials of a run. Prints CSV, and
 * draws it.
 */
public final class GrowthBenchmark {
  private static final String NAME = "growth";

  private GrowthBenchmark() {}

  /**
   * What the command line asks for.
   *
   * @param axes to measure
   * @param values of them, all or the least few
   * @param known CSV files of costs that are not to be measured again
   * @param out folder of the results
   */
  record Request(Set<GrowthAxis> axes, Values values, List<Path> known, Path out) {
    /** Which values of an axis. */
    enum Values {
      ALL,
      LEAST
    }

    /**
     * Reads {@code [quick] [AXIS...] [--from CSV]... [--out DIR]}.
     *
     * @throws IllegalArgumentException naming the word that is none of these
     */
    static Request of(String... words) {
      Set<GrowthAxis> axes = EnumSet.noneOf(GrowthAxis.class);
      Values values = Values.ALL;
      List<Path> known = new ArrayList<>();
      Path out = Path.of("target", NAME);
      for (int i = 0; i < words.length; i++) {
        switch (words[i]) {
          case "quick" -> values = Values.LEAST;
          case "--from" -> known.add(Path.of(after(words, i++)));
          case "--out" -> out = Path.of(after(words, i++));
          default -> axes.add(axis(words[i]));
        }
      }
      boolean nothingNamed = axes.isEmpty() && known.isEmpty();
      return new Request(nothingNamed ? EnumSet.allOf(GrowthAxis.class) : axes, values, known, out);
    }

    private static String after(String[] words, int i) {
      if (i + 1 == words.length) {
        throw new IllegalArgumentException("after " + words[i] + " there is nothing");
      }
      return words[i + 1];
    }

    private static GrowthAxis axis(String word) {
      return GrowthAxis.named(word)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "\"%s\" is none of quick, --from, --out, %s"
                          .formatted(
                              word,
                              String.join(
                                  ", ",
                                  Arrays.stream(GrowthAxis.values())
                                      .map(GrowthAxis::word)
                                      .toList()))));
    }

    List<Integer> pointsOf(GrowthAxis axis) {
      return values == Values.ALL ? axis.points() : axis.quickPoints();
    }
  }

  /**
   * Measures, prints CSV, and writes it and its picture to a folder.
   *
   * @param args as {@link Request#of} reads them
   */
  public static void main(String[] args) throws IOException {
    Request request;
    try {
      request = Request.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println("bnsweep: " + e.getMessage());
      System.exit(2);
      return;
    }
    List<Cost> costs = new ArrayList<>();
    System.out.println(Cost.HEADER);
    for (Path file : request.known()) {
      for (Cost cost : read(file)) {
        if (!request.axes().contains(cost.axis())) {
          add(costs, cost);
        }
      }
    }
    for (GrowthAxis axis : request.axes()) {
      warmUp(axis);
      for (int value : request.pointsOf(axis)) {
        costsOf(axis, value).forEach(cost -> add(costs, cost));
      }
    }
    Files.createDirectories(request.out());
    Files.write(
        request.out().resolve(NAME + ".csv"),
        Stream.concat(Stream.of(Cost.HEADER), costs.stream().map(Cost::csv)).toList());
    PowerPanels.write(panels(costs), request.out(), NAME);
  }

  private static void add(List<Cost> costs, Cost cost) {
    costs.add(cost);
    System.out.println(cost.csv());
  }

  private static List<Cost> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.equals(Cost.HEADER))
        .map(Cost::parse)
        .toList();
  }

  private static void warmUp(GrowthAxis axis) throws IOException {
    if (axis == GrowthAxis.TRIALS) {
      List<Cost> unused = TrialCosts.of(axis, 1000);
    } else {
      PairCosts.warmUp();
    }
  }

  private static List<Cost> costsOf(GrowthAxis axis, int value) throws IOException {
    return axis == GrowthAxis.TRIALS ? TrialCosts.of(axis, value) : PairCosts.of(axis, value);
  }

  /** A panel of each axis that {@code costs} has, a line of each thing that was measured. */
  static List<PowerPanels.Panel> panels(List<Cost> costs) {
    List<PowerPanels.Panel> panels = new ArrayList<>();
    for (GrowthAxis axis : GrowthAxis.values()) {
      List<PowerPanels.Curve> curves = new ArrayList<>();
      for (Cost.Line line : Cost.Line.values()) {
        List<Cost> points =
            costs.stream().filter(cost -> cost.axis() == axis && cost.line() == line).toList();
        if (!points.isEmpty()) {
          curves.add(
              new PowerPanels.Curve(
                  line.label(),
                  points.stream().map(cost -> (double) cost.value()).toList(),
                  points.stream().map(cost -> 1000 * cost.seconds()).toList()));
        }
      }
      if (!curves.isEmpty()) {
        panels.add(new PowerPanels.Panel(title(axis), axis.label(), curves));
      }
    }
    return panels;
  }

  private static String title(GrowthAxis axis) {
    return axis == GrowthAxis.TRIALS
        ? "ms per trial of a run"
        : "ms per pair of " + axis.epochs() + " epochs";
  }
}
