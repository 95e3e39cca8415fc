package band.civic.clerk.core;

import band.civic.clerk.core.files.FileTree;
import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// `clerk warm-up …`, which the launcher types once for each installation: runs a command line, and what people type most,
/// against a storage directory that is thrown away, so that the classes it loads can be kept in a class cache. `clerk
/// warm-up quick --storage-dir DIR` does so for the commands that are answered at once, which have a small cache of their
/// own; there the registry is made before, so that making it does not belong to what is kept.
record WarmUp(Surroundings surroundings, Clock clock) {
  static final String WORD = "warm-up";

  private static final List<List<String>> AT_ONCE = List.of(
      List.of("--help"),
      List.of("--version"),
      List.of("site", "list"));
  private static final List<List<String>> TYPED = List.of(
      List.of("site", "--help"),
      List.of("site", "new", "warm.up", "--name", "Warm-up", "--state", "CA", "--kind", "city"),
      List.of("site", "show", "warm.up"),
      List.of("config", "show"),
      List.of("plugin", "list"),
      List.of("job", "list"));

  /// Types the commands that are answered at once.
  int quick(Path storage) {
    type(AT_ONCE.stream(), storage);
    return 0;
  }

  /// Types what people type most, and a command line of the distribution's choice.
  int run(List<String> further) {
    var storage = temporary();
    try {
      type(Stream.of(AT_ONCE, TYPED, List.of(further)).flatMap(List::stream), storage);
      return 0;
    } finally {
      remove(storage);
    }
  }

  private void type(Stream<List<String>> lines, Path storage) {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var environment = new HashMap<>(surroundings.environment());
    environment.keySet().removeIf(name -> name.startsWith("CLERK_") || name.equals("STORAGE_DIR"));
    environment.put("CLERK_STORAGE_DIR", storage.toString());
    var apart = new Surroundings(environment, storage, surroundings.home());
    lines.map(line -> line.toArray(String[]::new))
        .forEach(line -> new ClerkApp(new Streams(nowhere, nowhere), apart, clock).run(line));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("clerk-warm-up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try {
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
