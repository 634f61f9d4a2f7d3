package org.bnsweep.blas;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * The file of OpenBLAS that JavaCPP unpacked, asked for what its bindings leave out.
 *
 * <p>JNA calls the functions. Its own native library is unpacked to JavaCPP's folder as well, so
 * that one setting ({@code org.bytedeco.javacpp.cachedir}) moves both.
 */
record OpenBlasFile(Path path) {
  /** Where JNA looks for its own library before it unpacks one. */
  private static final String JNA_FOLDER = "jna.boot.library.path";

  /** What it would make in the home otherwise, which a user without a name has in no good place. */
  private static final String JNA_TEMPORARY = "jna.tmpdir";

  /**
   * Unpacks the libraries if they are not there yet.
   *
   * @throws UncheckedIOException if they cannot be
   */
  static OpenBlasFile unpacked() {
    try {
      unpackJna();
      File folder = Loader.cacheResource(openblas.class, Loader.getPlatform());
      if (folder == null) {
        throw new UnsatisfiedLinkError("no OpenBLAS for " + Loader.getPlatform() + " here");
      }
      try (Stream<Path> files = Files.list(folder.toPath())) {
        return files
            .filter(file -> file.getFileName().toString().startsWith("libopenblas."))
            .filter(file -> !Files.isSymbolicLink(file))
            .min(Comparator.naturalOrder())
            .map(OpenBlasFile::new)
            .orElseThrow(() -> new UnsatisfiedLinkError("no OpenBLAS in " + folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the native libraries", e);
    }
  }

  private static void unpackJna() throws IOException {
    String name = System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib");
    File library = Loader.cacheResource(Function.class, Platform.RESOURCE_PREFIX + "/" + name);
    if (library != null && System.getProperty(JNA_FOLDER) == null) {
      System.setProperty(JNA_FOLDER, library.getParent());
      System.setProperty(JNA_TEMPORARY, library.getParent());
    }
  }

  /** The name of the kernel that it chooses, or has chosen if it is loaded. */
  String kernel() {
    NativeLibrary library = NativeLibrary.getInstance(path.toString());
    try {
      return text(library, "openblas_get_corename");
    } finally {
      // Unloads it, unless JavaCPP has it loaded, too.
      library.close();
    }
  }

  /** Sets a variable of this process's environment, which Java's own copy does not show. */
  static void setEnvironment(String variable, String value) {
    int failed = Function.getFunction("c", "setenv").invokeInt(new Object[] {variable, value, 1});
    if (failed != 0) {
      throw new IllegalStateException("cannot set " + variable + " to " + value);
    }
  }

  private static String text(NativeLibrary library, String function) {
    return library.getFunction(function).invokeString(new Object[0], false);
  }
}
