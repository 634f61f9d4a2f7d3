package org.bnsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of packages: who may use whom. */
@AnalyzeClasses(packages = "org.bnsweep", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule dependenciesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("files")
          .definedBy("org.bnsweep.files")
          .layer("data")
          .definedBy("org.bnsweep.data..")
          .layer("random")
          .definedBy("org.bnsweep.random")
          .layer("blas")
          .definedBy("org.bnsweep.blas")
          .layer("nn")
          .definedBy("org.bnsweep.nn")
          .layer("settings")
          .definedBy("org.bnsweep.settings")
          .layer("train")
          .definedBy("org.bnsweep.train..")
          .layer("sweep")
          .definedBy("org.bnsweep.sweep")
          .layer("spark")
          .definedBy("org.bnsweep.sweep.spark")
          .layer("stats")
          .definedBy("org.bnsweep.stats")
          .layer("store")
          .definedBy("org.bnsweep.store..")
          .layer("report")
          .definedBy("org.bnsweep.report..")
          .layer("verify")
          .definedBy("org.bnsweep.verify")
          .layer("config")
          .definedBy("org.bnsweep.config")
          .layer("watch")
          .definedBy("org.bnsweep.watch")
          .layer("cli")
          .definedBy("org.bnsweep.cli..")
          .whereLayer("random")
          .mayNotAccessAnyLayer()
          .whereLayer("files")
          .mayNotAccessAnyLayer()
          .whereLayer("data")
          .mayOnlyAccessLayers("files", "random")
          .whereLayer("blas")
          .mayNotAccessAnyLayer()
          .whereLayer("watch")
          .mayNotAccessAnyLayer()
          .whereLayer("nn")
          .mayOnlyAccessLayers("blas", "random")
          .whereLayer("settings")
          .mayOnlyAccessLayers("nn")
          .whereLayer("train")
          .mayOnlyAccessLayers("blas", "nn", "settings", "data", "random")
          .whereLayer("sweep")
          .mayOnlyAccessLayers("blas", "train", "settings", "nn", "data")
          .whereLayer("spark")
          .mayOnlyAccessLayers("blas", "sweep", "train", "settings", "nn", "data", "watch")
          .whereLayer("stats")
          .mayOnlyAccessLayers("sweep", "train", "settings", "nn")
          .whereLayer("store")
          .mayOnlyAccessLayers("blas", "stats", "sweep", "train", "settings", "nn", "data", "files")
          .whereLayer("report")
          .mayOnlyAccessLayers("blas", "store", "stats", "sweep", "train", "settings", "nn", "data")
          .whereLayer("verify")
          .mayOnlyAccessLayers("train")
          .whereLayer("config")
          .mayOnlyAccessLayers("sweep", "train", "settings", "nn", "data", "files")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule roomsOfStore =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("files")
          .definedBy("org.bnsweep.store.files")
          .layer("trial")
          .definedBy("org.bnsweep.store.trial")
          .layer("table")
          .definedBy("org.bnsweep.store.table")
          .layer("ledger")
          .definedBy("org.bnsweep.store.ledger")
          .layer("store")
          .definedBy("org.bnsweep.store")
          .layer("merge")
          .definedBy("org.bnsweep.store.merge")
          .whereLayer("files")
          .mayNotAccessAnyLayer()
          .whereLayer("trial")
          .mayNotAccessAnyLayer()
          .whereLayer("table")
          .mayOnlyAccessLayers("files")
          .whereLayer("ledger")
          .mayOnlyAccessLayers("files", "table", "trial")
          .whereLayer("store")
          .mayOnlyAccessLayers("files", "table", "trial", "ledger")
          .whereLayer("merge")
          .mayOnlyAccessLayers("files", "trial", "ledger", "store");

  @ArchTest
  static void noRoomHasMoreThanThirtyFiles(JavaClasses classes) {
    Map<String, Long> files =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(files)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            (room, count) -> {
              assertThat(count).as(room).isLessThanOrEqualTo(30);
            });
  }

  @ArchTest
  static final ArchRule roomsOfReport =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("io")
          .definedBy("org.bnsweep.report.io")
          .layer("model")
          .definedBy("org.bnsweep.report.model")
          .layer("chart")
          .definedBy("org.bnsweep.report.chart")
          .layer("page")
          .definedBy("org.bnsweep.report.page")
          .layer("live")
          .definedBy("org.bnsweep.report.live")
          .layer("report")
          .definedBy("org.bnsweep.report")
          .whereLayer("io")
          .mayNotAccessAnyLayer()
          .whereLayer("model")
          .mayOnlyAccessLayers("io")
          .whereLayer("chart")
          .mayOnlyAccessLayers("io", "model")
          .whereLayer("page")
          .mayOnlyAccessLayers("io", "model")
          .whereLayer("live")
          .mayOnlyAccessLayers("io", "model", "page")
          .whereLayer("report")
          .mayOnlyAccessLayers("io", "model", "chart", "page");

  @ArchTest
  static final ArchRule roomsOfCli =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("terminal")
          .definedBy("org.bnsweep.cli.terminal")
          .layer("run")
          .definedBy("org.bnsweep.cli.run")
          .layer("options")
          .definedBy("org.bnsweep.cli.options")
          .layer("cli")
          .definedBy("org.bnsweep.cli")
          .whereLayer("terminal")
          .mayNotAccessAnyLayer()
          .whereLayer("run")
          .mayOnlyAccessLayers("terminal")
          .whereLayer("options")
          .mayOnlyAccessLayers("terminal", "run")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyTheLivePageServes =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.bnsweep.report.live")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule onlyChartsDraw =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.bnsweep.report.chart")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.knowm.xchart..", "de.erichseifert..");

  @ArchTest
  static final ArchRule onlyChartsAndFormatsKnowPictures =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.bnsweep.report.chart", "org.bnsweep.data.format")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..");

  @ArchTest
  static final ArchRule roomsOfData =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("data")
          .definedBy("org.bnsweep.data")
          .layer("file")
          .definedBy("org.bnsweep.data.file")
          .layer("raw")
          .definedBy("org.bnsweep.data.raw")
          .layer("format")
          .definedBy("org.bnsweep.data.format")
          .layer("fetch")
          .definedBy("org.bnsweep.data.fetch")
          .layer("source")
          .definedBy("org.bnsweep.data.source")
          .whereLayer("data")
          .mayNotAccessAnyLayer()
          .whereLayer("file")
          .mayOnlyAccessLayers("data")
          .whereLayer("raw")
          .mayOnlyAccessLayers("data", "file")
          .whereLayer("format")
          .mayOnlyAccessLayers("data", "file", "raw")
          .whereLayer("fetch")
          .mayOnlyAccessLayers("data", "file")
          .whereLayer("source")
          .mayOnlyAccessLayers("data", "file", "raw", "format");

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.bnsweep.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlySweepSparkAndCliRunUseSpark =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.bnsweep", "org.bnsweep.sweep.spark", "org.bnsweep.cli.run")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule nd4jNeverLeavesBlasAndNn =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.bnsweep.blas", "org.bnsweep.nn")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule onlyConfigReadsYaml =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.bnsweep.config")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.dataformat.yaml..");
}
