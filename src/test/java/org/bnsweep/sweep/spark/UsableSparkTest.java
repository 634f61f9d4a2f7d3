package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsableSparkTest {
  private static final String IS_CONNECT =
      " is Spark Connect, which runs no tasks of programs; --master must be the cluster itself:"
          + " spark://host:port, yarn, k8s://https://host:port or local[N]";

  @ParameterizedTest
  @CsvSource({
    "3.5.0, 2.13.8",
    "3.5.6-amzn-0, 2.13.8",
    "4.0.1, 2.13.16",
    "4.2.0, 2.13.18",
    "4.2.0-SNAPSHOT, 2.13.18",
    "5.0.0, 2.13.18"
  })
  void takesWhatItWasTriedOnAndWhatComesAfter(String spark, String scala) {
    assertThatCode(() -> UsableSpark.require(spark, scala)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"3.4.4, 2.13.8", "2.4.8, 2.12.10", "3.5.6, 2.12.18", "5.0.0, 3.3.1"})
  void saysWhatWouldBeRight(String spark, String scala) {
    assertThatThrownBy(() -> UsableSpark.require(spark, scala))
        .isInstanceOf(SweepException.class)
        .hasMessage(
            "this is Spark %s with Scala %s, must be Spark 3.5 or newer with Scala 2.13"
                .formatted(spark, scala));
  }

  @Test
  void refusesSparkConnectHoweverItIsNamed() {
    SparkConf none = new SparkConf(false);
    SparkConf master = none.clone().setMaster("sc://host:15002");
    SparkConf remote = none.clone().set("spark.remote", "sc://host");

    assertThatThrownBy(() -> UsableSpark.requireMasterOf(master, Map.of()))
        .isInstanceOf(SweepException.class)
        .hasMessage("sc://host:15002" + IS_CONNECT);
    assertThatThrownBy(() -> UsableSpark.requireMasterOf(remote, Map.of()))
        .hasMessage("sc://host" + IS_CONNECT);
    assertThatThrownBy(
            () -> UsableSpark.requireMasterOf(none, Map.of("SPARK_REMOTE", "sc://there")))
        .hasMessage("sc://there" + IS_CONNECT);
  }

  @Test
  void refusesASerializerThatKnowsNoRecords() {
    SparkConf kryo =
        new SparkConf(false).set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");

    assertThatThrownBy(() -> UsableSpark.requireSerializer(kryo))
        .isInstanceOf(SweepException.class)
        .hasMessage(
            "spark.serializer is org.apache.spark.serializer.KryoSerializer, must be"
                + " org.apache.spark.serializer.JavaSerializer when Spark is started");
  }

  @Test
  void takesAMasterWhateverServerOfSparkConnectThereIsBesides() {
    SparkConf local = new SparkConf(false).setMaster("local[2]");

    assertThatCode(() -> UsableSpark.requireMasterOf(local, Map.of("SPARK_REMOTE", "sc://there")))
        .doesNotThrowAnyException();
  }
}
