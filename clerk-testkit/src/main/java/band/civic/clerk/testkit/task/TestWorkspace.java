package band.civic.clerk.testkit.task;

import band.civic.clerk.spi.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/// The layout of the host in a directory of a test.
///
/// @param root the site's directory
/// @param published the name of the published file in it
public record TestWorkspace(Path root, String published) implements Workspace {
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
    return root.resolve(published);
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
