package band.civic.clerk.core.plugin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.ToolProvider;

/// Compiles one source against the test's class path; what was compiled once is not compiled again.
final class TestCompiler {
  private static final Map<List<?>, Map<String, byte[]>> DONE = new ConcurrentHashMap<>();

  private TestCompiler() {}

  /// The class files, by path.
  static Map<String, byte[]> compile(String className, String source, List<Path> against) {
    return DONE.computeIfAbsent(List.of(className, source, against), _ -> {
      try {
        return compileNew(className, source, against);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static Map<String, byte[]> compileNew(String className, String source, List<Path> against)
      throws IOException {
    var directory = Files.createTempDirectory("plugin-source");
    try {
      var file = directory.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
      Files.writeString(file, source);
      var classes = Files.createDirectory(directory.resolve("classes"));
      javac(classes, file, against);
      return read(classes);
    } finally {
      delete(directory);
    }
  }

  private static void javac(Path classes, Path file, List<Path> against) {
    var path = new ArrayList<>(List.of(System.getProperty("java.class.path")));
    against.forEach(jar -> path.add(jar.toString()));
    var arguments = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp",
        String.join(File.pathSeparator, path), file.toString());
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalArgumentException("the test's plugin does not compile");
    }
  }

  private static Map<String, byte[]> read(Path classes) throws IOException {
    var made = new TreeMap<String, byte[]>();
    try (var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        made.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return made;
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
