package band.civic.clerk.dist.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The distribution as a user gets it: the zip, unpacked, run as real processes.
public final class Distribution {
  private static final Path ZIP = Path.of("target", "clerk.zip");
  private static final Path CACHE = Path.of("target", "acceptance-cache").toAbsolutePath();

  private final Path home;
  private final Path storage;

  private Distribution(Path home, Path storage) {
    this.home = home;
    this.storage = storage;
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
      return new Distribution(home, directory.resolve("storage"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same installation with data of its own.
  Distribution storingIn(Path otherStorage) {
    return new Distribution(home, otherStorage);
  }

  public Path home() {
    return home;
  }

  Path storage() {
    return storage;
  }

  Path published(String subdomain) {
    return storage.resolve(subdomain).resolve("finance/election_finance.db");
  }

  /// What a process left behind.
  record Result(int exitCode, String out, String err) {}

  /// Runs `clerk` with these arguments to its end.
  Result clerk(String... arguments) {
    try {
      var process = start(arguments);
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("clerk " + String.join(" ", arguments) + " did not end within two minutes");
      }
      return new Result(process.exitValue(), Files.readString(outFile()), Files.readString(errFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Starts `clerk`; the process is the Java process itself, so killing it kills clerk.
  Process start(String... arguments) throws IOException {
    Files.createDirectories(storage);
    var command = Stream.concat(Stream.of(home.resolve("bin/clerk").toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).directory(storage.resolveSibling("").toFile())
        .redirectOutput(outFile().toFile())
        .redirectError(errFile().toFile());
    builder.environment().put("STORAGE_DIR", storage.toString());
    builder.environment().put("XDG_CACHE_HOME", CACHE.toString());
    return builder.start();
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

  private Path outFile() {
    return storage.resolveSibling(storage.getFileName() + ".out");
  }

  private Path errFile() {
    return storage.resolveSibling(storage.getFileName() + ".err");
  }
}
