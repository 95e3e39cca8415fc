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

/// `clerk warm-up`, which the launcher types once for each installation: runs what people type most against a storage
/// directory that is thrown away, so that the classes it loads can be kept in the launcher's class cache.
record WarmUp(Surroundings surroundings, Clock clock) {
  static final String WORD = "warm-up";

  private static final List<String[]> TYPED = List.of(
      words("--help"),
      words("--version"),
      words("site", "--help"),
      words("site", "new", "warm.up", "--name", "Warm-up", "--state", "CA", "--kind", "city"),
      words("site", "list"),
      words("site", "show", "warm.up"),
      words("config", "show"),
      words("plugin", "list"),
      words("job", "list"));

  int run() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var storage = temporary();
    try {
      var environment = new HashMap<>(surroundings.environment());
      environment.keySet().removeIf(name -> name.startsWith("CLERK_") || name.equals("STORAGE_DIR"));
      environment.put("CLERK_STORAGE_DIR", storage.toString());
      var apart = new Surroundings(environment, storage, surroundings.home());
      TYPED.forEach(typed -> new ClerkApp(new Streams(nowhere, nowhere), apart, clock).run(typed));
      return 0;
    } finally {
      remove(storage);
    }
  }

  private static String[] words(String... words) {
    return words;
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
