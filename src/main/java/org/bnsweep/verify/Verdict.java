package org.bnsweep.verify;

import java.util.Locale;

/** What became of a recorded trial that was trained again. */
public sealed interface Verdict {
  /** Before what goes on in a line of its own. */
  String NEXT_LINE = System.lineSeparator() + "  ";

  /** How the line of the trial goes on. */
  String words();

  /** Every bit is the recorded one. */
  record Equal() implements Verdict {
    @Override
    public String words() {
      return "equal";
    }
  }

  /**
   * Every accuracy is the recorded one, and each loss nearly.
   *
   * @param largest relative difference of a loss
   */
  record EqualButForRounding(double largest) implements Verdict {
    @Override
    public String words() {
      return String.format(Locale.ROOT, "equal but for rounding (to %.0e)", largest);
    }
  }

  /**
   * Rounding has grown until it showed, as it does in this trial wherever it is trained.
   *
   * @param epoch the first that is not the recorded one
   * @param what is different there
   */
  record Parts(int epoch, String what) implements Verdict {
    @Override
    public String words() {
      return "parts at epoch " + epoch + " by rounding" + NEXT_LINE + what;
    }
  }

  /** A number is not the recorded one, and rounding does not explain it. */
  record Differs(String what) implements Verdict {
    @Override
    public String words() {
      return "differs: " + what;
    }
  }
}
