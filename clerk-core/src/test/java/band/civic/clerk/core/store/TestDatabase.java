package band.civic.clerk.core.store;

import java.nio.file.Path;

/// The databases that a registry can be in, for tests that must hold on each.
public enum TestDatabase {
  SQLITE, POSTGRES;

  /// The address of a registry that nobody has used; it is made when first opened.
  ///
  /// @param directory where files may be put
  public String newRegistry(Path directory) {
    return this == SQLITE ? "jdbc:sqlite:" + directory.resolve("civic.db") : TestPostgres.newRegistry();
  }
}
