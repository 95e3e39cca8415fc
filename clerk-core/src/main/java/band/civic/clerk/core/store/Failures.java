package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Failures of the database itself, told to people. A failure of a statement is a bug and stays what it is.
final class Failures {

  private Failures() {}

  /// The failure to open a registry.
  static ClerkException opening(SQLException e, String name) {
    return find(e, name).orElseGet(() -> new SourceUnavailable(
        "The registry %s cannot be opened: %s. Check the address (`clerk config show`) and that the database runs."
            .formatted(name, sentence(e)),
        e));
  }

  /// A known failure of the database behind an exception of the driver.
  static Optional<ClerkException> find(SQLException e, String name) {
    return e instanceof SQLiteException sqlite ? sqlite(sqlite, name) : postgres(e, name);
  }

  private static Optional<ClerkException> sqlite(SQLiteException e, String name) {
    // the low byte is the primary code, the rest says more
    return switch (SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff)) {
      case SQLITE_NOTADB, SQLITE_CORRUPT -> Optional.of(new BadConfiguration(
          "The registry %s is damaged or not a SQLite database. Move it away (clerk makes a new one) or restore a copy."
              .formatted(name),
          e));
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> Optional.of(new BadConfiguration(
          "The registry %s cannot be opened for writing. Make the file and its directory writable, or name another with "
              .formatted(name) + "--storage-dir or CLERK_STORAGE_DIR.",
          e));
      case SQLITE_BUSY, SQLITE_LOCKED -> Optional.of(new SourceUnavailable(
          "The registry %s is held by another process for too long. Try again when that one has finished."
              .formatted(name),
          e));
      case SQLITE_FULL, SQLITE_IOERR -> Optional.of(new SourceUnavailable(
          "The registry %s cannot be written: the disk is full or failing. Free some space and try again."
              .formatted(name),
          e));
      default -> Optional.empty();
    };
  }

  private static Optional<ClerkException> postgres(SQLException e, String name) {
    var state = Optional.ofNullable(e.getSQLState()).orElse("");
    if (state.startsWith("28")) {
      return Optional.of(new BadConfiguration(
          "The registry %s refuses the user or password. Correct CLERK_DATABASE_URL.".formatted(name), e));
    }
    if (state.startsWith("3D")) {
      return Optional.of(new BadConfiguration(
          "The server has no database %s. Create it, or correct CLERK_DATABASE_URL.".formatted(name), e));
    }
    if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
      return Optional.of(new SourceUnavailable(
          "The registry %s does not answer. Start the database or correct CLERK_DATABASE_URL, then try again."
              .formatted(name),
          e));
    }
    return Optional.empty();
  }

  private static String sentence(SQLException e) {
    return Optional.ofNullable(e.getMessage())
        .orElse(e.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("\\.$", "");
  }
}
