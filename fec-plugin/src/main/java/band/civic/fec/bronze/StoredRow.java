package band.civic.fec.bronze;

import band.civic.fec.bulkfile.FileKind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One version of a row of a bulk file.
public final class StoredRow {
  private final FileKind kind;
  private final byte[] line;
  private final Facts facts;

  /// What is known of a version.
  ///
  /// @param amountCents the amount; empty where there is none
  /// @param hash of the line
  /// @param sourceLine the line's number in the file
  /// @param firstRun the ingest that saw it first
  /// @param endedRun the ingest that saw it no more
  /// @param fate `live`, `changed` or `retired`
  public record Facts(Optional<Long> amountCents, long hash, long sourceLine, long firstRun, Optional<Long> endedRun,
      String fate) {}

  private StoredRow(FileKind kind, byte[] line, Facts facts) {
    this.kind = kind;
    this.line = line;
    this.facts = facts;
  }

  public FileKind kind() {
    return kind;
  }

  /// The line as the FEC wrote it, byte for byte, without its line feed.
  public byte[] line() {
    return line.clone();
  }

  public Facts facts() {
    return facts;
  }

  /// All versions of the row with that key, oldest first.
  public static List<StoredRow> list(KindFile file, long key) throws SQLException {
    var table = file.table();
    var versions = new ArrayList<>(file.sql()
        .list(row -> read(file.kind(), row, row.getLong("ended_run"), row.getString("fate")),
            "SELECT * FROM history WHERE %s = ? ORDER BY ended_run".formatted(table.key()), key));
    versions.addAll(file.sql()
        .list(row -> read(file.kind(), row, 0, "live"), "SELECT * FROM %s WHERE %s = ?".formatted(table.name(), table
            .key()), key));
    return versions;
  }

  private static StoredRow read(FileKind kind, ResultSet row, long ended, String fate) throws SQLException {
    var cents = row.getLong("amount_cents");
    var amount = row.wasNull() ? Optional.<Long>empty() : Optional.of(cents);
    var raw = row.getBytes("raw");
    return new StoredRow(kind, raw == null ? join(kind, row) : raw, new Facts(amount, row.getLong("row_hash"),
        row.getLong("source_line"), row.getLong("first_run"), Optional.of(ended).filter(run -> run > 0), fate));
  }

  private static byte[] join(FileKind kind, ResultSet row) throws SQLException {
    var fields = new ArrayList<String>();
    for (var column : kind.columns()) {
      fields.add(Optional.ofNullable(row.getString(column)).orElse(""));
    }
    if (kind.fields() > kind.columns().size()) {
      fields.add("");
    }
    return String.join("|", fields).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s", kind.id(), facts);
  }
}
