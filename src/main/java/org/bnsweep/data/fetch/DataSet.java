package org.bnsweep.data.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A public data set, with the addresses it is at and the checksums of its files.
 *
 * <p>MNIST's checksums are those of the files that the program's own samples were cut from, once
 * unpacked, since its mirrors pack differently. The others' are of the packed files, by size and
 * SHA-256, from {@code tensorflow_datasets/url_checksums/} of TensorFlow Datasets ({@code
 * fashion_mnist.txt}, {@code kmnist.txt}, {@code emnist.txt}); their addresses are those of {@code
 * torchvision/datasets/mnist.py} and of the data sets' own pages.
 */
// Its lists are those of List.of.
@SuppressWarnings("ImmutableEnumChecker")
public enum DataSet {
  /** LeCun, Cortes and Burges; CC BY-SA 3.0. */
  MNIST(
      "MNIST",
      List.of(
          "https://ossci-datasets.s3.amazonaws.com/mnist/",
          "https://storage.googleapis.com/cvdf-datasets/mnist/"),
      ExpectedFile.MNIST),

  /** Xiao, Rasul and Vollgraf, 2017; MIT. */
  FASHION_MNIST(
      "Fashion-MNIST",
      List.of(
          "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
      List.of(
          ExpectedFile.packed(
              "train-images-idx3-ubyte",
              26_421_880,
              "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
          ExpectedFile.packed(
              "train-labels-idx1-ubyte",
              29_515,
              "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
          ExpectedFile.packed(
              "t10k-images-idx3-ubyte",
              4_422_102,
              "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
          ExpectedFile.packed(
              "t10k-labels-idx1-ubyte",
              5_148,
              "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"))),

  /** Clanuwat and others, 2018; CC BY-SA 4.0. */
  KMNIST(
      "KMNIST",
      List.of("https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
      List.of(
          ExpectedFile.packed(
              "train-images-idx3-ubyte",
              18_165_135,
              "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
          ExpectedFile.packed(
              "train-labels-idx1-ubyte",
              29_497,
              "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
          ExpectedFile.packed(
              "t10k-images-idx3-ubyte",
              3_041_136,
              "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
          ExpectedFile.packed(
              "t10k-labels-idx1-ubyte",
              5_120,
              "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"))),

  /** Cohen and others, 2017: six sets in one archive. */
  EMNIST(
      "EMNIST",
      List.of("https://biometrics.nist.gov/cs_links/EMNIST/"),
      List.of(
          ExpectedFile.archive(
              "gzip.zip",
              561_753_746,
              "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e")));

  private final String title;
  private final List<String> mirrors;
  private final List<ExpectedFile> files;

  DataSet(String title, List<String> mirrors, List<ExpectedFile> files) {
    this.title = title;
    this.mirrors = mirrors;
    this.files = files;
  }

  /** That of the command line's word, as in {@code fashion-mnist}. */
  public static Optional<DataSet> of(String word) {
    return Arrays.stream(values())
        .filter(set -> set.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All words of the command line. */
  public static String words() {
    return Arrays.stream(values()).map(DataSet::word).collect(Collectors.joining(", "));
  }

  /** As in {@code fashion-mnist}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As in {@code Fashion-MNIST}. */
  public String title() {
    return title;
  }

  /** Folders it can be had from, the first one first; https. */
  public List<String> mirrors() {
    return mirrors;
  }

  List<ExpectedFile> files() {
    return files;
  }
}
