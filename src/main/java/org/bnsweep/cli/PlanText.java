package org.bnsweep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.cli.run.TimedTrial;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.WorkEstimate;

/** A plan, for people and for programs. */
record PlanText(
    RunConfig config,
    Dataset dataset,
    WorkEstimate work,
    TimedTrial timed,
    SweepPlan plan,
    String master,
    List<String> warnings) {
  /** So many values of an axis are listed; of more, the first and the last. */
  private static final int MOST_VALUES = 6;

  private static final int MOST_VALUES_JSON = 1000;

  void print(PrintWriter out) {
    row(out, "run", config.name() + ", " + PlainText.count(work.trials(), "trial"));
    config.grid().axes().forEach(axis -> row(out, axis.name().word(), values(axis)));
    row(out, "epochs", Integer.toString(config.epochs()));
    row(
        out,
        "data",
        config.data().source()
            + ", "
            + config.data().trainSize()
            + " training and "
            + config.data().testSize()
            + " test samples");
    row(
        out,
        "samples",
        PlainText.count(dataset.features(), "feature")
            + ", "
            + dataset.classes()
            + (dataset.classes() == 1 ? " class" : " classes"));
    row(
        out,
        "broadcast",
        PlainText.size(work.broadcastBytes())
            + " to each executor, "
            + dataset.train().values().words());
    row(
        out,
        "output",
        "about "
            + PlainText.size(work.outputBytes())
            + ", "
            + PlainText.count(work.outputRows(), "row"));
    row(
        out,
        "work",
        flops(work.flops())
            + " floating-point operations, "
            + flops(work.flopsPerTrial())
            + " a trial"
            + extrapolated());
    row(out, "master", master + ", " + PlainText.count(plan.slots(), "slot"));
    row(
        out,
        "tasks",
        PlainText.count(plan.tasks(), "task")
            + " of "
            + PlainText.count(plan.trialsPerTask(), "trial")
            + ", "
            + PlainText.count(plan.waves(), "wave"));
    row(
        out,
        "time",
        "about "
            + PlainText.clock(plan.seconds())
            + ", "
            + Numbers.brief(plan.secondsPerTrial())
            + " s a trial as measured over "
            + PlainText.count(timed.epochs(), "epoch"));
    warnings.forEach(warning -> out.println("warning: " + PlainText.oneLine(warning)));
  }

  private static void row(PrintWriter out, String what, String value) {
    out.println(String.format("%-15s%s", what, PlainText.oneLine(value)));
  }

  private String extrapolated() {
    return work.countedTrials() == work.trials()
        ? ""
        : " (from " + PlainText.count(work.countedTrials(), "trial") + ")";
  }

  private static String flops(double flops) {
    return String.format(Locale.ROOT, "%.1e", flops).replaceFirst("e\\+?0?", "e");
  }

  private static String values(Axis axis) {
    List<?> values = axis.values();
    if (values.size() == 1) {
      return brief(axis, values.get(0));
    }
    boolean all = values.size() <= MOST_VALUES;
    Stream<?> shown = all ? values.stream() : values.subList(0, MOST_VALUES - 2).stream();
    String text = shown.map(value -> brief(axis, value)).collect(Collectors.joining(", "));
    String last = all ? "" : ", ..., " + brief(axis, values.get(values.size() - 1));
    return PlainText.count(values.size(), "value") + ": " + text + last;
  }

  private static String brief(Axis axis, Object value) {
    return AxisValue.of(axis.name(), value).brief();
  }

  String json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("name", config.name());
    json.put("trials", work.trials());
    ArrayNode axes = json.putArray("axes");
    config.grid().axes().forEach(axis -> add(axes, axis));
    json.put("epochs", config.epochs());
    json.put("train_size", config.data().trainSize());
    json.put("test_size", config.data().testSize());
    json.put("features", dataset.features());
    json.put("classes", dataset.classes());
    json.put("values", dataset.train().values().words());
    json.put("broadcast_bytes", work.broadcastBytes());
    json.put("output_rows", work.outputRows());
    json.put("output_bytes", work.outputBytes());
    json.put("flops", work.flops());
    json.put("flops_per_trial", work.flopsPerTrial());
    json.put("counted_trials", work.countedTrials());
    json.put("master", master);
    json.put("slots", plan.slots());
    json.put("trials_per_task", plan.trialsPerTask());
    json.put("tasks", plan.tasks());
    json.put("waves", plan.waves());
    ObjectNode measured = json.putObject("timed_trial");
    measured.put("epochs", timed.epochs());
    measured.put("flops", timed.flops());
    measured.put("seconds", timed.seconds());
    json.put("seconds_per_trial", plan.secondsPerTrial());
    json.put("seconds", plan.seconds());
    ArrayNode texts = json.putArray("warnings");
    warnings.forEach(texts::add);
    return json.toString();
  }

  private static void add(ArrayNode axes, Axis axis) {
    ObjectNode node = axes.addObject();
    node.put("name", axis.name().word());
    node.put("count", axis.values().size());
    ArrayNode values = node.putArray("values");
    axis.values().stream()
        .limit(MOST_VALUES_JSON)
        .map(axis.name()::plain)
        .forEach(value -> values.addPOJO(value));
  }
}
