package org.bnsweep.data.file;

/**
 * How to say of a kind of file that it is broken.
 *
 * @param cutShort of one that ends too early, as in {@code is a gzip file cut short}
 * @param damaged of one that was packed and does not unpack, as in {@code is a damaged archive}
 */
public record Damage(String cutShort, String damaged) {

  /** That of a file which is read byte by byte, so that gzip alone can find it broken. */
  public static Damage ofGzip(String kind) {
    return new Damage(
        "is a gzip file cut short, expected a complete file of " + kind, "is a damaged gzip file");
  }
}
