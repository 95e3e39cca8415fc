package band.civic.clerk.etl.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// A SQLite file that others read while newer versions of it are made. A version is built in `.{name}.….building` beside
/// the file, checked, and renamed over it; the version that it replaces stays as
/// `previous/{stem}-{yyyyMMdd'T'HHmmssSSS'Z'}.db`.
public final class PublishedDatabase {
  private static final int PREVIOUS_VERSIONS = 3;
  private static final String BUILDING = ".building";

  private final Path file;
  private final int previousVersions;

  private PublishedDatabase(Path file, int previousVersions) {
    this.file = file;
    this.previousVersions = previousVersions;
  }

  /// The database at `file`, which may not exist yet. Three previous versions are kept.
  public static PublishedDatabase at(Path file) {
    return new PublishedDatabase(file.toAbsolutePath(), PREVIOUS_VERSIONS);
  }

  /// The same database with another number of previous versions to keep; 0 keeps none.
  public PublishedDatabase withPreviousVersions(int versions) {
    return new PublishedDatabase(file, versions);
  }

  /// The file that readers open.
  public Path file() {
    return file;
  }

  /// The versions kept for a rollback, newest first.
  public List<Path> listPrevious() {
    return previous().list();
  }

  /// Starts a new version in an empty file beside the published one; what a killed build left behind is removed first.
  ///
  /// @param checkCancelled asked while SQL runs; throws when the build must stop
  public DatabaseBuild openBuild(Clock clock, Runnable checkCancelled) {
    return DatabaseBuild.open(this, clock, checkCancelled);
  }

  /// Where a build works: a name of its own each time. A build that slept while its run was written off must not touch
  /// what its successor is building.
  Path newBuildingFile() {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + BUILDING);
  }

  /// What killed builds left behind.
  List<Path> listBuildingFiles() throws IOException {
    try (var files = Files.list(file.resolveSibling(""))) {
      return files.filter(other -> other.getFileName().toString().startsWith("." + file.getFileName() + ".")
          && other.getFileName().toString().contains(BUILDING)).toList();
    }
  }

  PreviousVersions previous() {
    return PreviousVersions.of(file, previousVersions);
  }
}
