package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelGridTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "2, 1, 2",
    "4, 2, 2",
    "5, 2, 3",
    "16, 4, 4",
    "17, 4, 5",
    "36, 6, 6",
    "37, 7, 6"
  })
  void fitsThePanels(int count, int rows, int columns) {
    PanelGrid grid = PanelGrid.of(count);

    assertThat(grid.rows()).isEqualTo(rows);
    assertThat(grid.columns()).isEqualTo(columns);
  }

  @Test
  void aPanelAboveAGapIsLowest() {
    PanelGrid grid = PanelGrid.of(5);

    assertThat(grid.lowest(1)).isFalse();
    assertThat(grid.lowest(2)).isTrue();
    assertThat(grid.lowest(3)).isTrue();
  }
}
