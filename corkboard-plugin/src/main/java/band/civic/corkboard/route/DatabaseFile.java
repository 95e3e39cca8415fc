package band.civic.corkboard.route;

import band.civic.corkboard.sqlite.Beside;
import band.civic.corkboard.sqlite.FileVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A database that is served.
///
/// @param name its name in URLs
/// @param file where it is
/// @param shownPath the path that readers are told
/// @param immutable true when nobody writes it while it is served
/// @param inspected what is known of it beforehand
/// @param beside databases that its queries may read as well
public record DatabaseFile(String name, Path file, String shownPath, boolean immutable, Inspected inspected,
    List<Beside> beside) {

  public DatabaseFile {
    beside = List.copyOf(beside);
  }

  public DatabaseFile(String name, Path file, String shownPath, boolean immutable) {
    this(name, file, shownPath, immutable, Inspected.NOTHING, List.of());
  }

  /// True for a database without a file of its own, in which others are read.
  boolean isMemory() {
    return !beside.isEmpty();
  }

  DatabaseFile withInspected(Inspected known) {
    return new DatabaseFile(name, file, shownPath, immutable, known, beside);
  }

  /// Which state of the data stands there now; nothing when no file does.
  Optional<FileVersion> version() {
    return FileVersion.find(file, immutable, beside);
  }
}
