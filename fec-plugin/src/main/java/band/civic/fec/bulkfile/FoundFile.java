package band.civic.fec.bulkfile;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.spi.ClerkException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A bulk file on disk.
///
/// @param kind what it holds
/// @param file the zip, or the text itself
/// @param member the text's name in the zip; empty for a plain file
public record FoundFile(FileKind kind, Path file, Optional<String> member) {

  /// What tells one version of a file from another without reading it.
  ///
  /// @param bytes its size
  /// @param modifiedAt when it was last written
  public record Version(long bytes, Instant modifiedAt) {}

  /// What a person calls it: `indiv20.zip!itcont.txt`.
  public String name() {
    return file.getFileName() + member.map(name -> "!" + name).orElse("");
  }

  /// Its lines.
  public BulkSource open() {
    if (kind == FileKind.INDEPENDENT_EXPENDITURE) {
      return BulkSource.stream(name(), version().bytes(), () -> new ByteArrayInputStream(CsvLines.read(file)));
    }
    return member.map(name -> BulkSource.zipMember(file, name)).orElseGet(() -> BulkSource.file(file));
  }

  /// The version that lies there now.
  ///
  /// @throws ClerkException.BadSourceData when it cannot be read
  public Version version() {
    try {
      return new Version(Files.size(file), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new ClerkException.BadSourceData("Cannot read " + file + " (" + e + "). Check that it is there.", e);
    }
  }
}
