package band.civic.clerk.core;

import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// `clerk warm-up`, which the launcher types once for each installation: runs what people type most against a storage
/// directory that is thrown away, so that the classes it loads can be kept in the launcher's class cache.
///
/// @param further one more command line to type: the distribution's own sample run, so that the rooms of a run are warm too
record WarmUp(Surroundings surroundings, Clock clock, List<String> further) {
  static final String WORD = "warm-up";

  private static final List<List<String>> TYPED = List.of(
      List.of("--help"),
      List.of("--version"),
      List.of("site", "--help"),
      List.of("site", "new", "warm.up", "--name", "Warm-up", "--state", "CA", "--kind", "city"),
      List.of("site", "list"),
      List.of("site", "show", "warm.up"),
      List.of("config", "show"),
      List.of("plugin", "list"),
      List.of("job", "list"));

  int run() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var storage = temporary();
    try {
      var environment = new HashMap<>(surroundings.environment());
      environment.keySet().removeIf(name -> name.startsWith("CLERK_") || name.equals("STORAGE_DIR"));
      environment.put("CLERK_STORAGE_DIR", storage.toString());
      var apart = new Surroundings(environment, storage, surroundings.home());
      Stream.concat(TYPED.stream(), Stream.of(further))
          .map(typed -> typed.toArray(String[]::new))
          .forEach(typed -> new ClerkApp(new Streams(nowhere, nowhere), apart, clock).run(typed));
      return 0;
    } finally {
      remove(storage);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("clerk-warm-up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
