package band.civic.clerk.etl.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/// The directory `previous` beside a published file, and the names in it.
record PreviousVersions(Path published, Path directory, String stem, int limit) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'")
      .withZone(ZoneOffset.UTC);

  static PreviousVersions of(Path published, int limit) {
    var stem = published.getFileName().toString().replaceFirst("\\.db$", "");
    return new PreviousVersions(published, published.resolveSibling("previous"), stem, limit);
  }

  List<Path> list() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.filter(this::isVersion).sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      throw SqliteFailures.of(directory, e);
    }
  }

  /// Keeps the published file under the name of this instant: as a hard link, or as a copy where links are not offered.
  void keep(Instant now) throws IOException {
    if (limit == 0 || !Files.exists(published)) {
      return;
    }
    Files.createDirectories(directory);
    var target = freeName(now);
    try {
      Files.createLink(target, published);
    } catch (UnsupportedOperationException | IOException e) {
      copy(target);
    }
    Durable.sync(directory);
  }

  /// Removes what is beyond the limit, oldest first.
  void prune() throws IOException {
    for (var old : list().stream().skip(limit).toList()) {
      Files.delete(old);
    }
  }

  /// Removes what a killed publication left: half a copy, or a second name of the file that is still published.
  void tidy() throws IOException {
    for (var version : list()) {
      if (Files.exists(published) && Files.isSameFile(version, published)) {
        Files.delete(version);
      }
    }
    Files.deleteIfExists(partialCopy());
  }

  private boolean isVersion(Path path) {
    return path.getFileName().toString().matches("\\Q" + stem + "\\E-\\d{8}T\\d{9}Z\\.db");
  }

  private Path freeName(Instant now) {
    var name = directory.resolve(stem + "-" + STAMP.format(now) + ".db");
    return Files.exists(name) ? freeName(now.plusMillis(1)) : name;
  }

  private void copy(Path target) throws IOException {
    Files.copy(published, partialCopy(), StandardCopyOption.REPLACE_EXISTING);
    Durable.sync(partialCopy());
    Files.move(partialCopy(), target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path partialCopy() {
    return directory.resolve("." + stem + ".copying");
  }
}
