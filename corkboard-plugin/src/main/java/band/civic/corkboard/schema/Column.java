package band.civic.corkboard.schema;

import java.util.Locale;
import java.util.Optional;

/// A column as SQLite describes it.
///
/// @param name its name
/// @param type the declared type; empty when none was declared
/// @param notNull true when it may not be NULL
/// @param fallback the default's SQL
/// @param keyPosition place in the primary key, from 1; 0 outside it
/// @param hidden 0 normal, 1 hidden column of a virtual table, 2 virtual generated, 3 stored generated
public record Column(String name, String type, boolean notNull, Optional<String> fallback, int keyPosition,
    int hidden) {

  /// SQLite's rules of affinity (sqlite.org/datatype3.html, 3.1): `TEXT`, `INTEGER`, `REAL`, `BLOB` or `NUMERIC`.
  public String affinity() {
    var declared = type.toUpperCase(Locale.ROOT);
    if (declared.contains("INT")) {
      return "INTEGER";
    }
    if (declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT")) {
      return "TEXT";
    }
    if (declared.contains("BLOB") || declared.isEmpty()) {
      return "BLOB";
    }
    return declared.contains("REAL") || declared.contains("FLOA") || declared.contains("DOUB") ? "REAL" : "NUMERIC";
  }
}
