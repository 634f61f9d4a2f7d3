package org.bnsweep.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassCountsTest {

  @Test
  void countsBothSets() {
    Samples train = new Samples(1, new RealValues(1, 2, 3), Labels.of(3, 0, 2, 2));
    Samples test = new Samples(1, new RealValues(1), Labels.of(3, 1));

    assertThat(ClassCounts.of(Dataset.of(train, test)))
        .isEqualTo(new ClassCounts(List.of(1, 0, 2), List.of(0, 1, 0)));
    assertThat(ClassCounts.of(Dataset.of(train, Samples.none(1, 3))).test()).isEmpty();
  }

  @Test
  void warnsOfAClassThatIsMissingAndOfOneThatOutweighsAll() {
    assertThat(new ClassCounts(List.of(1, 0, 2), List.of(0, 1, 0)).warnings())
        .containsExactly(
            "no training sample is of class 1; data.select=stratified takes of each",
            "2 of 3 training samples are of class 2: so many are right without any learning",
            "1 of 1 test samples are of class 1: so many are right without any learning");
    assertThat(new ClassCounts(List.of(5, 5), List.of()).warnings()).isEmpty();
    assertThat(new ClassCounts(Collections.nCopies(12, 0), List.of()).warnings())
        .containsExactly(
            "no training sample is of class 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more;"
                + " data.select=stratified takes of each");
  }
}
