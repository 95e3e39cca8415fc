package band.civic.clerk.core.job;

import band.civic.clerk.core.store.WorkspaceDatabases;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one site and data type, below the storage directory. Directories are made when a task first asks.
final class SiteWorkspace implements Workspace {
  private static final Logger LOG = LoggerFactory.getLogger(SiteWorkspace.class);

  private final Path directory;
  private final Path published;
  private final WorkspaceDatabases databases;

  private SiteWorkspace(Path directory, Path published) {
    this.directory = directory;
    this.published = published;
    this.databases = new WorkspaceDatabases(directory.resolve("work"));
  }

  static SiteWorkspace of(Path storage, String subdomain, Work work) {
    var site = storage.resolve(subdomain);
    var directory = site.resolve(work.name());
    return new SiteWorkspace(directory, work.database()
        .map(database -> site.resolve(database.path()))
        .orElseGet(() -> directory.resolve(work.name() + ".db")));
  }

  @Override
  public Path directory() {
    return made(directory.resolve("work"));
  }

  @Override
  public Path rawDirectory() {
    return made(directory.resolve("raw"));
  }

  @Override
  public Path publishedFile() {
    return published;
  }

  @Override
  public DataSource database(String name) {
    directory();
    return databases.database(name);
  }

  /// Stops the statements that tasks are running.
  void interrupt() {
    try {
      databases.interrupt();
    } catch (SQLException e) {
      LOG.warn("A statement could not be stopped", e);
    }
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new BadConfiguration("The directory %s cannot be made (%s). Make its parent writable, or name another "
          .formatted(directory, e.getClass().getSimpleName()) + "storage directory with CLERK_STORAGE_DIR.", e);
    }
  }
}
