package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A part of a grid that a run trains: of every {@code of} trials in the grid's order those with
 * these numbers. Neighbours are in different shards, so all take about the same time.
 *
 * @param numbers 1 to {@code of}, ascending, at least one; several once shards were merged
 * @param of how many parts the grid has, 1 to {@value #MOST}
 */
public record Shard(List<Integer> numbers, int of) implements Serializable {
  /** Into more parts no grid is cut. */
  public static final int MOST = 10_000;

  /** All of it. */
  public static final Shard WHOLE = new Shard(List.of(1), 1);

  private static final Pattern WORD = Pattern.compile("(\\d{1,5})/(\\d{1,5})");
  private static final int NAMED = 8;

  /**
   * @throws IllegalArgumentException if a number is out of its range, or not above the one before
   */
  public Shard {
    numbers = List.copyOf(numbers);
    boolean good = of >= 1 && of <= MOST && !numbers.isEmpty();
    int before = 0;
    for (int number : numbers) {
      good &= number > before && number <= of;
      before = number;
    }
    if (!good) {
      throw new IllegalArgumentException("there are no shards " + numbers + " of " + of);
    }
    if (numbers.size() == of) {
      numbers = List.of(1);
      of = 1;
    }
  }

  /** Shard {@code i/n}, as it is written; empty if there is none. */
  public static Optional<Shard> parse(String text) {
    Matcher word = WORD.matcher(text);
    if (!word.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(word.group(1));
    int of = Integer.parseInt(word.group(2));
    return number >= 1 && number <= of && of <= MOST
        ? Optional.of(new Shard(List.of(number), of))
        : Optional.empty();
  }

  /** Whether it is the whole grid. */
  public boolean isWhole() {
    return of == 1;
  }

  /** How many of a grid's trials it has. */
  public long size(long trials) {
    long rest = trials % of;
    return trials / of * numbers.size() + numbers.stream().filter(n -> n <= rest).count();
  }

  /** Where in the grid its trial {@code index} is, both counted from 0. */
  public long indexOf(long index) {
    int several = numbers.size();
    return index / several * of + numbers.get((int) (index % several)) - 1;
  }

  /** What it has together with {@code other}; empty if that takes too many parts to be said. */
  public Optional<Shard> with(Shard other) {
    long parts = (long) of / gcd(of, other.of) * other.of;
    return parts > MOST
        ? Optional.empty()
        : Optional.of(
            new Shard(
                IntStream.rangeClosed(1, (int) parts)
                    .filter(n -> has(n) || other.has(n))
                    .boxed()
                    .toList(),
                (int) parts));
  }

  /** What it lacks of the grid; empty if nothing. */
  public Optional<Shard> rest() {
    List<Integer> rest = IntStream.rangeClosed(1, of).filter(n -> !has(n)).boxed().toList();
    return rest.isEmpty() ? Optional.empty() : Optional.of(new Shard(rest, of));
  }

  /** Whether it has trial {@code number} of the grid, counted from 1. */
  private boolean has(int number) {
    return Collections.binarySearch(numbers, (number - 1) % of + 1) >= 0;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** In words: {@code shard 2 of 4}, {@code shards 1 and 3 of 4}, {@code the whole grid}. */
  public String words() {
    if (isWhole()) {
      return "the whole grid";
    }
    if (numbers.size() == 1) {
      return "shard " + numbers.get(0) + " of " + of;
    }
    if (numbers.size() > NAMED) {
      return numbers.size() + " of " + of + " shards";
    }
    String first =
        numbers.subList(0, numbers.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "shards " + first + " and " + numbers.get(numbers.size() - 1) + " of " + of;
  }
}
