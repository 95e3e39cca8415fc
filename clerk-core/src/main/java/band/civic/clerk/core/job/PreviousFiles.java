package band.civic.clerk.core.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/// The directory `previous` beside a published file. A version that is replaced goes there under the published file's
/// name with the instant at which it was replaced, `election_finance-20261124T060000000Z.db`.
///
/// @param published the published file
record PreviousFiles(PublishedFile published) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'")
      .withZone(ZoneOffset.UTC);

  /// Earlier versions, newest first.
  List<PublishedFile> list() {
    if (!Files.isDirectory(directory())) {
      return List.of();
    }
    try (var files = Files.list(directory())) {
      return files.filter(this::isVersion)
          .sorted(Comparator.reverseOrder())
          .map(file -> new PublishedFile(published.storage(), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts an earlier version in the published file's place, in one step, and keeps that one as an earlier version.
  ///
  /// @return the name under which it is kept
  String exchange(PublishedFile version, Instant now) {
    try {
      var kept = freeName(now);
      if (Files.exists(published.file())) {
        keep(kept);
      }
      Files.move(version.file(), published.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(directory());
      sync(directory().resolveSibling(""));
      return name(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path freeName(Instant now) {
    var name = directory().resolve(stem() + "-" + STAMP.format(now) + ".db");
    return Files.exists(name) ? freeName(now.plusMillis(1)) : name;
  }

  private void keep(Path target) throws IOException {
    try {
      Files.createLink(target, published.file());
    } catch (UnsupportedOperationException | FileSystemException e) { // some file systems refuse links in other words
      Files.copy(published.file(), target);
    }
  }

  private boolean isVersion(Path file) {
    return name(file).matches("\\Q" + stem() + "\\E-\\d{8}T\\d{9}Z\\.db");
  }

  private String stem() {
    return name(published.file()).replaceFirst("\\.db$", "");
  }

  private Path directory() {
    return published.file().resolveSibling("previous");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory)) {
      channel.force(true);
    }
  }
}
