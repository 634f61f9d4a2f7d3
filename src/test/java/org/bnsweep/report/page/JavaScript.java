package org.bnsweep.report.page;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** The page's modules in an engine without a browser, beside the modules that test them. */
final class JavaScript implements AutoCloseable {
  private static final String MODULE = "application/javascript+module";

  private final Path folder;
  private final Context context =
      Context.newBuilder("js")
          .option("engine.WarnInterpreterOnly", "false")
          .option("js.esm-eval-returns-exports", "true")
          .allowExperimentalOptions(true)
          .allowIO(IOAccess.ALL)
          .build();

  /** Of modules in {@code folder}, an empty one, which gets all of them. */
  JavaScript(Path folder) throws IOException {
    this.folder = folder;
    for (Path module : modules()) {
      Files.copy(module, folder.resolve(module.getFileName().toString()));
    }
  }

  /** The page's modules and those of its tests. */
  static List<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>();
    String here = JavaScript.class.getPackageName().replace('.', '/');
    for (URL place : Collections.list(JavaScript.class.getClassLoader().getResources(here))) {
      try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
        files
            .filter(f -> f.getFileName().toString().endsWith(".js"))
            .sorted()
            .forEach(modules::add);
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    return modules;
  }

  /** The page's modules alone: those beside the page itself. */
  static List<Path> ofThePage() throws IOException {
    return modules().stream()
        .filter(module -> Files.exists(module.resolveSibling("page.html")))
        .toList();
  }

  /** What the module {@code name} exports. */
  Value module(String name) throws IOException {
    Path file = folder.resolve(name);
    return context.eval(Source.newBuilder("js", file.toFile()).mimeType(MODULE).build());
  }

  /** The value of a script, which is not a module. */
  Value script(String name, CharSequence text) throws IOException {
    return context.eval(Source.newBuilder("js", text, name).build());
  }

  @Override
  public void close() {
    context.close();
  }
}
