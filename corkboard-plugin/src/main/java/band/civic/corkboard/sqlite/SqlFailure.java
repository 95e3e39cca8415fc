package band.civic.corkboard.sqlite;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite refused or stopped a statement.
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern WRAPPED = Pattern.compile("^\\[\\w+] .*? \\((.*)\\)$", Pattern.DOTALL);

  /// What kind of refusal it is.
  public enum Kind {
    /// The statement is wrong.
    STATEMENT,
    /// It took too long.
    INTERRUPTED,
    /// The file is no sound database.
    DAMAGED
  }

  private final Kind kind;

  private SqlFailure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /// Translates the driver's exception; the text is SQLite's own, without the driver's wrapping.
  public static SqlFailure of(SQLException cause) {
    var text = String.valueOf(cause.getMessage());
    var match = WRAPPED.matcher(text);
    return new SqlFailure(kindOf(cause), match.matches() ? match.group(1) : text);
  }

  static SqlFailure statement(String message) {
    return new SqlFailure(Kind.STATEMENT, message);
  }

  private static Kind kindOf(SQLException cause) {
    var code = cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_INTERRUPT -> Kind.INTERRUPTED;
      case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CANTOPEN, SQLITE_IOERR,
          SQLITE_IOERR_SHORT_READ ->
        Kind.DAMAGED;
      default -> cause.getErrorCode() == 26 || cause.getErrorCode() == 11 ? Kind.DAMAGED : Kind.STATEMENT;
    };
  }

  public Kind kind() {
    return kind;
  }

  /// SQLite's words.
  public String text() {
    return String.valueOf(getMessage());
  }
}
