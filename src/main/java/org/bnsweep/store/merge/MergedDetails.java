package org.bnsweep.store.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.MergedRun;
import org.bnsweep.store.RunDetails;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.train.Recordings;

/** What {@code run.json} says of a merged run: that of all its runs where they differ. */
final class MergedDetails {
  private MergedDetails() {}

  /**
   * @param recordings of the merged run
   * @param merged the runs that its trials were trained in
   */
  static RunDetails of(
      List<RunReader> runs, Places places, Recordings recordings, List<MergedRun> merged) {
    List<RunInfo> infos = runs.stream().map(RunReader::info).toList();
    Optional<GridPart> part = places.part().filter(own -> !own.shard().isWhole());
    return new RunDetails(
        infos.get(0).name(),
        places.settings(recordings),
        versions(infos),
        infos.stream().map(RunInfo::started).min(Comparator.naturalOrder()).orElseThrow(),
        0,
        recordings,
        words(infos.stream().map(RunInfo::master)),
        infos.get(0).classes(),
        new Lineage(part, merged),
        infos.stream().map(RunInfo::finished).max(Comparator.naturalOrder()));
  }

  private static Map<String, String> versions(List<RunInfo> infos) {
    TreeSet<String> names = new TreeSet<>();
    infos.forEach(info -> names.addAll(info.versions().keySet()));
    Map<String, String> versions = new TreeMap<>();
    for (String name : names) {
      versions.put(name, words(infos.stream().map(info -> info.versions().getOrDefault(name, ""))));
    }
    return versions;
  }

  private static String words(Stream<String> words) {
    return words.filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining("; "));
  }
}
