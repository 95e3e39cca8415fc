package band.civic.clerk.etl.sqlite;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Translates what the driver and the file system throw.
public final class SqliteFailures {

  private SqliteFailures() {}

  /// A full or failing disk is a failure to try again later; any other SQL error is a bug.
  public static RuntimeException of(Path file, SQLException e) {
    return switch (primaryCode(e)) {
      case SQLITE_FULL -> new ClerkException.SourceUnavailable("No space left while building " + file
          + "; what was published is as before. Free some space and load again.", e);
      case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> new ClerkException.SourceUnavailable(
          "Cannot write " + file + " (" + e.getMessage()
              + "); what was published is as before. Check the disk and the rights of its directory, then load again.",
          e);
      default -> new IllegalStateException("SQL failed while building " + file + ": " + e.getMessage(), e);
    };
  }

  public static RuntimeException of(Path file, IOException e) {
    return new ClerkException.SourceUnavailable("Cannot write " + file + " (" + e
        + "); what was published is as before. Check the space on the disk and the rights of its directory, then load "
        + "again.", e);
  }

  static boolean isInterrupted(SQLException e) {
    return primaryCode(e) == SQLiteErrorCode.SQLITE_INTERRUPT;
  }

  private static SQLiteErrorCode primaryCode(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.SQLITE_ERROR;
  }
}
