package band.civic.clerk.etl.bronze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The files below the raw directory. A file is either whole or not there: written beside, fsynced, renamed.
final class RawFiles {
  private static final String UNFINISHED = ".tmp";

  private final Path root;

  RawFiles(Path root) {
    this.root = root;
  }

  record Written(String sha256, long bytes) {}

  Path resolve(String relative) {
    return root.resolve(relative);
  }

  Written write(String relative, RawContent.Body body) {
    var target = root.resolve(relative);
    var folder = target.resolveSibling("");
    var beside = target.resolveSibling(target.getFileName() + UNFINISHED);
    try {
      Files.createDirectories(folder);
      var written = copy(body, beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(folder, StandardOpenOption.READ);
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    } finally {
      delete(beside);
    }
  }

  /// Removes what a crash left half-written.
  void sweep() {
    for (var file : list(root)) {
      if (file.toString().endsWith(UNFINISHED)) {
        delete(file);
      }
    }
  }

  void deleteTree(String relative) {
    list(root.resolve(relative)).reversed().forEach(RawFiles::delete);
  }

  private static Written copy(RawContent.Body body, Path target) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(body.open(), digest)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    force(target, StandardOpenOption.WRITE);
    return new Written(HexFormat.of().formatHex(digest.digest()), Files.size(target));
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static List<Path> list(Path directory) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (var paths = Files.walk(directory)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory + ": " + e.getMessage(), e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path + ": " + e.getMessage(), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
