package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class DynamicAllocationTest {
  private static final String INITIAL = "spark.dynamicAllocation.initialExecutors";

  /** Settings without those of the JVM, in pairs. */
  private static SparkConf conf(String... settings) {
    SparkConf conf = new SparkConf(false);
    for (int i = 0; i < settings.length; i += 2) {
      conf.set("spark." + settings[i], settings[i + 1]);
    }
    return conf;
  }

  private static SparkConf asked(int slots, SparkConf conf) {
    DynamicAllocation.of(conf).askFor(slots, conf);
    return conf;
  }

  @Test
  void asksForTheExecutorsOfAllDeservedSlotsAtOnce() {
    SparkConf conf = conf("dynamicAllocation.enabled", "true", "executor.cores", "4");

    assertThat(asked(1001, conf).get(INITIAL)).isEqualTo("251");
  }

  @Test
  void asksForNoMoreThanThereMayBeAndNoFewer() {
    String[] bounds = {
      "dynamicAllocation.enabled", "true",
      "dynamicAllocation.maxExecutors", "20",
      "dynamicAllocation.minExecutors", "3"
    };

    assertThat(asked(1000, conf(bounds)).get(INITIAL)).isEqualTo("20");
    assertThat(asked(1, conf(bounds)).get(INITIAL)).isEqualTo("3");
  }

  @Test
  void leavesTheUsersNumberAndFixedClustersAlone() {
    SparkConf said = conf("dynamicAllocation.enabled", "true", INITIAL.substring(6), "2");

    assertThat(asked(1000, said).get(INITIAL)).isEqualTo("2");
    assertThat(asked(1000, conf()).contains(INITIAL)).isFalse();
  }

  @Test
  void reckonsWithTheSlotsThatWillCome() {
    DynamicAllocation growing =
        DynamicAllocation.of(
            conf(
                "dynamicAllocation.enabled", "true",
                "dynamicAllocation.maxExecutors", "50",
                "executor.cores", "4",
                "task.cpus", "2"));

    assertThat(growing.slots(2, 70)).isEqualTo(70);
    assertThat(growing.slots(2, 1000)).isEqualTo(100);
    assertThat(growing.slots(80, 70)).isEqualTo(80);
    assertThat(DynamicAllocation.of(conf()).slots(2, 1000)).isEqualTo(2);
  }
}
