package band.civic.clerk.etl.bronze;

import band.civic.clerk.spi.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/// The layout of the host, without the host.
record DiskWorkspace(Path root) implements Workspace {

  @Override
  public Path directory() {
    return made("work");
  }

  @Override
  public Path rawDirectory() {
    return made("raw");
  }

  @Override
  public Path publishedFile() {
    return root.resolve("election_finance.db");
  }

  @Override
  public DataSource database(String name) {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + directory().resolve(name + ".db"));
    return source;
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
