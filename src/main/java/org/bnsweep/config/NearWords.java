package org.bnsweep.config;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The known words that an unknown one may stand for. A wrong guess is worse than none, so only
 * these are near: the word in another spelling, a synonym, initials, a beginning, a slip of the
 * keys.
 *
 * @param distance how far they are, by which guesses at several places can be compared
 * @param words all equally near, in the order given; none if no word is near
 */
public record NearWords(int distance, List<String> words) {
  private static final NearWords NONE = new NearWords(Integer.MAX_VALUE, List.of());

  private static final int SPELLING = 0;
  private static final int SYNONYM = 1;
  private static final int INITIALS = 2;
  private static final int BEGINNING = 3;
  private static final int SLIPS = 10;
  private static final int FAR = Integer.MAX_VALUE;

  /** More letters than any known word can be near to. */
  private static final int LONGEST = 60;

  /** A beginning of fewer letters could be anything's. */
  private static final int SHORTEST_BEGINNING = 3;

  /** As many letters as this have one slip. */
  private static final int LETTERS_PER_SLIP = 3;

  /** More words than this are a list, no guess. */
  private static final int MOST = 3;

  /** The words of {@code known} that are near to {@code word}. */
  public static NearWords of(String word, Collection<String> known) {
    String letters = letters(word);
    if (letters.isEmpty() || letters.length() > LONGEST || Synonyms.ofOthers(letters)) {
      return NONE;
    }
    int nearest =
        known.stream().mapToInt(candidate -> distance(letters, candidate)).min().orElse(FAR);
    List<String> words =
        known.stream().filter(candidate -> distance(letters, candidate) == nearest).toList();
    return nearest == FAR || words.size() > MOST ? NONE : new NearWords(nearest, words);
  }

  /** What a word must be, with the nearest known ones if some are near to {@code word}. */
  static String expected(String word, List<String> known) {
    NearWords near = of(word, known);
    return near.words.isEmpty()
        ? either(known)
        : either(known) + "; did you mean " + either(near.words) + "?";
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String either(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** Letters and digits alone, all small: what is the same in every way to write a word. */
  static String letters(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int distance(String letters, String candidate) {
    String known = letters(candidate);
    if (letters.equals(known)) {
      return SPELLING;
    }
    if (Synonyms.of(letters).filter(word -> letters(word).equals(known)).isPresent()) {
      return SYNONYM;
    }
    if (letters.equals(initials(candidate))) {
      return INITIALS;
    }
    if (isBeginning(letters, known)) {
      return BEGINNING;
    }
    int slips = slips(letters, known);
    return slips <= Math.min(letters.length(), known.length()) / LETTERS_PER_SLIP
        ? SLIPS + slips
        : FAR;
  }

  /** {@code bs} of {@code batch_size}; nothing of a single word. */
  private static String initials(String candidate) {
    String[] parts = candidate.replaceFirst("^\\W+", "").split("[^A-Za-z0-9]");
    StringBuilder initials = new StringBuilder();
    Arrays.stream(parts).filter(p -> !p.isEmpty()).forEach(p -> initials.append(p.charAt(0)));
    return parts.length < 2 ? "" : initials.toString();
  }

  /** Whether one begins with the other; what the word has more is no longer than what is known. */
  private static boolean isBeginning(String letters, String known) {
    int shorter = Math.min(letters.length(), known.length());
    return shorter >= SHORTEST_BEGINNING
        && (known.startsWith(letters)
            || (letters.startsWith(known) && letters.length() <= 2 * known.length()));
  }

  /** Letters that are missing, one too many, another, or changed places with the next. */
  private static int slips(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int replaced = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        slips[i][j] = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[a.length()][b.length()];
  }
}
