package band.civic.clerk.etl.bulk.text;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A delimited text that can be read from its start as often as needed. A member of a zip is inflated while it is read,
/// never unpacked to the disk, and may be larger than 4 GB.
public final class BulkSource {
  private final String name;
  private final long bytes;
  private final Opening opening;
  private final Optional<Path> file;

  private BulkSource(String name, long bytes, Opening opening, Optional<Path> file) {
    this.name = name;
    this.bytes = bytes;
    this.opening = opening;
    this.file = file;
  }

  /// Opens the text at its first byte.
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  /// A plain file.
  ///
  /// @throws ClerkException.BadSourceData when there is no such file
  public static BulkSource file(Path file) {
    try {
      return new BulkSource(file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file),
          Optional.of(file));
    } catch (IOException e) {
      throw new ClerkException.BadSourceData("Cannot read " + file + " (" + e + "). Download it again or name another.",
          e);
    }
  }

  /// One member of a zip file. When it was read to its end, its size and CRC must be those of the zip's directory.
  ///
  /// @throws ClerkException.BadSourceData when the zip is damaged or has no such member
  public static BulkSource zipMember(Path zip, String member) {
    return new BulkSource(zip.getFileName() + "!" + member, ZipMember.size(zip, member),
        () -> ZipMember.open(zip, member), Optional.empty());
  }

  /// Any other text.
  ///
  /// @param name what a person would call it, for messages
  /// @param bytes its size, for progress; 0 when it is not known
  public static BulkSource stream(String name, long bytes, Opening opening) {
    return new BulkSource(name, bytes, opening, Optional.empty());
  }

  public String name() {
    return name;
  }

  /// How long the text is; 0 when that is not known.
  public long bytes() {
    return bytes;
  }

  public InputStream open() throws IOException {
    return opening.open();
  }

  /// The file that can be read at any place, when the source is one.
  public Optional<Path> findFile() {
    return file;
  }
}
