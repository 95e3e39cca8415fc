package band.civic.clerk.dist.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The distribution as a user gets it: the zip, unpacked, run as real processes.
public final class Distribution {
  private static final Path ZIP = Path.of("target", "clerk.zip");
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Path CACHE = Path.of("target", "acceptance-cache").toAbsolutePath();

  private final Path home;
  private final Path storage;
  private final Map<String, String> environment;
  private final List<String> prefix;

  private Distribution(Path home, Path storage, Map<String, String> environment, List<String> prefix) {
    this.home = home;
    this.storage = storage;
    this.environment = Map.copyOf(environment);
    this.prefix = List.copyOf(prefix);
  }

  /// Unpacks the zip into `directory/clerk`; its data go to `directory/storage`.
  public static Distribution unpackedIn(Path directory) {
    try (var zip = new ZipFile(ZIP.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var file = directory.resolve(entry.getName());
        Files.createDirectories(file.resolveSibling(""));
        try (var bytes = zip.getInputStream(entry)) {
          Files.copy(bytes, file);
        }
      }
      var home = directory.resolve("clerk");
      Files.setPosixFilePermissions(home.resolve("bin/clerk"), PosixFilePermissions.fromString("rwxr-xr-x"));
      return new Distribution(home, directory.resolve("storage"), Map.of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same installation with data of its own.
  public Distribution storingIn(Path otherStorage) {
    return new Distribution(home, otherStorage, environment, prefix);
  }

  /// The same installation, called with these variables.
  public Distribution withEnvironment(Map<String, String> variables) {
    return new Distribution(home, storage, variables, prefix);
  }

  /// The same installation, whose processes may write no file that is longer.
  public Distribution withFileLimit(int kilobytes) {
    return new Distribution(home, storage, environment, List.of("bash", "-c", "ulimit -f " + kilobytes
        + "; exec \"$0\" \"$@\""));
  }

  public Path home() {
    return home;
  }

  public Path storage() {
    return storage;
  }

  Path published(String subdomain) {
    return storage.resolve(subdomain).resolve("finance/election_finance.db");
  }

  /// What a process left behind.
  public record Result(int exitCode, String out, String err) {}

  /// A process, and where what it says goes.
  record Started(Process process, Path out, Path err) {}

  /// Runs `clerk` with these arguments to its end.
  public Result clerk(String... arguments) {
    try {
      var started = startTold(arguments);
      if (!started.process().waitFor(120, TimeUnit.SECONDS)) {
        started.process().destroyForcibly();
        throw new AssertionError("clerk " + String.join(" ", arguments) + " did not end within two minutes");
      }
      return new Result(started.process().exitValue(), Files.readString(started.out()), Files.readString(started
          .err()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Starts `clerk`; the process is the Java process itself, so killing it kills clerk.
  public Process start(String... arguments) throws IOException {
    return startTold(arguments).process();
  }

  /// Starts `clerk`, and tells where its words go.
  Started startTold(String... arguments) throws IOException {
    Files.createDirectories(storage);
    var number = STARTED.incrementAndGet();
    var out = home.resolveSibling(number + ".out");
    var err = home.resolveSibling(number + ".err");
    var command = Stream.of(prefix.stream(), Stream.of(home.resolve("bin/clerk").toString()), Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
    var builder = new ProcessBuilder(command).directory(storage.resolveSibling("").toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().put("STORAGE_DIR", storage.toString());
    builder.environment().put("XDG_CACHE_HOME", CACHE.toString());
    builder.environment().putAll(environment);
    return new Started(builder.start(), out, err);
  }

  /// Files that a finished command must not leave: journals, half-built databases, temporary files.
  List<Path> leftovers() {
    try (var files = Files.walk(storage)) {
      return files.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches(".*(-wal|-shm|-journal|\\.tmp|\\.building|\\.part)"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
