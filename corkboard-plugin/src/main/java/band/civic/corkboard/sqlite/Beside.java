package band.civic.corkboard.sqlite;

import java.nio.file.Path;

/// A database that queries of another may read as well, `[name].[table]`.
///
/// @param name what it is called there
/// @param file where it is
/// @param immutable true when nobody writes it while it is served
public record Beside(String name, Path file, boolean immutable) {

  String uri() {
    return uri(file, immutable);
  }

  /// The address of a file that is only read.
  static String uri(Path file, boolean immutable) {
    return file.toAbsolutePath().toUri().toASCIIString().replaceFirst("^file:///", "file:/")
        + (immutable ? "?immutable=1" : "?mode=ro");
  }
}
