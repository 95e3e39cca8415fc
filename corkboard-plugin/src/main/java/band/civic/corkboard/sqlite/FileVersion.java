package band.civic.corkboard.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which state of a file this is: the inode, its size and when it was last written, and the same of its write-ahead
/// log when there is one. Two equal versions hold the same data.
///
/// @param key the file system's identity of the file
/// @param size bytes
/// @param modified milliseconds and the log's, enough to tell versions apart
/// @param log the write-ahead log's size and time, empty without one
public record FileVersion(String key, long size, String modified, String log) {

  /// The version of what stands at that path now; nothing when no file does.
  public static Optional<FileVersion> find(Path file, boolean immutable) {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      if (!found.isRegularFile()) {
        return Optional.empty();
      }
      return Optional.of(new FileVersion(String.valueOf(found.fileKey()), found.size(),
          found.lastModifiedTime().toString(), immutable ? "" : log(file)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// The version of a file and of those that are read beside it.
  public static Optional<FileVersion> find(Path file, boolean immutable, List<Beside> beside) {
    var own = find(file, immutable);
    if (beside.isEmpty()) {
      return own;
    }
    var others = beside.stream()
        .map(b -> b.name() + find(b.file(), b.immutable()).map(FileVersion::mark).orElse(""))
        .collect(Collectors.joining(","));
    return own.map(v -> new FileVersion(v.key, v.size, v.modified, others));
  }

  /// Asked at every request, and nearly always there is none: an exception for that would cost more than the answer.
  private static String log(Path file) throws IOException {
    var log = file.resolveSibling(file.getFileName() + "-wal");
    var found = log.getFileSystem().provider().readAttributesIfExists(log, BasicFileAttributes.class);
    return found == null ? "" : found.size() + "@" + found.lastModifiedTime();
  }

  /// Short, the same for the same version; for ETags.
  public String mark() {
    return Long.toHexString(key.hashCode() * 31L + size) + "-"
        + Long.toHexString(modified.hashCode() * 31L + log.hashCode());
  }
}
