package band.civic.fec.bronze;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bulkfile.DiskSpace;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What the driver throws, translated.
public final class SqlFailures {

  private SqlFailures() {}

  /// A full or failing disk is a failure to try again later, a stopped statement was cancelled; any other is a bug.
  public static RuntimeException of(Path directory, SQLException e) {
    return switch (code(e)) {
      case SQLITE_FULL -> new ClerkException.SourceUnavailable("No space left below " + directory + ". "
          + new DiskSpace(directory).told() + " What was there is as before. Free some space and try again.", e);
      case SQLITE_BUSY, SQLITE_LOCKED -> new ClerkException.SourceUnavailable("Another process is at the files below "
          + directory + " for long; what was there is as before. Wait until it has ended, then try again.", e);
      case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> new ClerkException.SourceUnavailable(
          "Cannot write below " + directory + " (" + e.getMessage()
              + "); what was there is as before. Check the disk and the rights of the directory, then try again.",
          e);
      case SQLITE_INTERRUPT -> new ClerkException.Cancelled("The work was stopped; what was there is as before.");
      default -> new IllegalStateException("SQL failed below " + directory + ": " + e.getMessage(), e);
    };
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.SQLITE_ERROR;
  }
}
