package org.bnsweep.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.LongToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.IdIndex;
import org.bnsweep.store.trial.TrialOrder;

/**
 * The file {@code origins.csv} of a merged run: for each trial the run that trained it, by its
 * place in the list {@code merged} of {@code run.json}, counted from 1. Trials that are not in it
 * were trained by the run itself, later.
 */
public final class Origins {
  static final String NAME = RunFile.ORIGINS.fileName();
  private static final String HEADER = "trial_id,run";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}),([1-9]\\d{0,8})");

  private Origins() {}

  /**
   * Those of a folder, by trial; none if it has no such file.
   *
   * @throws RunRefusedException if the file is none of these
   * @throws StoreException if the disk fails
   */
  public static IdIndex read(RunFiles files) {
    IdIndex origins = new IdIndex();
    if (!files.exists(NAME)) {
      return origins;
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(NAME), StandardCharsets.US_ASCII))) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher origin = LINE.matcher(line);
        if (number > 1 && origin.matches()) {
          origins.put(origin.group(1), Long.parseLong(origin.group(2)));
        } else if (number > 1 || !line.equals(HEADER)) {
          throw new RunRefusedException(
              files.describe(NAME)
                  + " line "
                  + number
                  + " is not a trial's id and the number of its run; merge the runs again");
        }
        number++;
      }
      return origins;
    } catch (IOException e) {
      throw new StoreException("cannot read " + files.describe(NAME), e);
    }
  }

  /**
   * Writes those of a merged run.
   *
   * @param run of the trial with an index, from 1
   */
  public static void write(RunFiles files, TrialOrder trials, LongToIntFunction run) {
    files.write(
        NAME,
        out -> {
          out.write((HEADER + "\r\n").getBytes(StandardCharsets.US_ASCII));
          for (long i = 0; i < trials.size(); i++) {
            String line = trials.id(i) + "," + run.applyAsInt(i) + "\r\n";
            out.write(line.getBytes(StandardCharsets.US_ASCII));
          }
        });
  }
}
