package band.civic.clerk.core.job;

import band.civic.clerk.core.files.Sha256;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.spi.DataSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The published file of a site as the host sees it: its size and checksum. What is in it is the plugin's affair.
///
/// @param storage the storage directory
/// @param file the file, below it
record PublishedFile(Path storage, Path file) {
  /// What to record of it; empty when there is no file.
  Optional<Publication> publication(DataSummary summary) {
    return Files.isRegularFile(file)
        ? Optional.of(new Publication(summary, name(), bytes(), sha256()))
        : Optional.empty();
  }

  /// What differs from what was recorded, as the middle of a sentence.
  Optional<String> fault(Publication recorded) {
    if (!Files.isRegularFile(file)) {
      return Optional.of("is missing");
    }
    return bytes() == recorded.bytes()
        ? Optional.empty()
        : Optional.of("has %d bytes, recorded are %d".formatted(bytes(), recorded.bytes()));
  }

  /// Below the storage directory, so that the storage can be moved.
  String name() {
    return storage.relativize(file).toString();
  }

  /// SHA-256 of the whole file, in hex.
  String sha256() {
    return Sha256.of(file);
  }

  private long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
