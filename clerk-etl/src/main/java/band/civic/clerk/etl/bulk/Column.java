package band.civic.clerk.etl.bulk;

/// A stored column that is not the key.
record Column(String name, Affinity affinity, boolean required) {

  /// What a declared type makes of a value (https://sqlite.org/datatype3.html, section 3.1).
  enum Affinity {
    TEXT, NUMERIC, INTEGER, REAL, BLOB;

    static Affinity of(String declared) {
      if (declared.contains("INT")) {
        return INTEGER;
      }
      if (declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT")) {
        return TEXT;
      }
      if (declared.contains("BLOB") || declared.isEmpty()) {
        return BLOB;
      }
      return declared.contains("REAL") || declared.contains("FLOA") || declared.contains("DOUB") ? REAL : NUMERIC;
    }
  }
}
