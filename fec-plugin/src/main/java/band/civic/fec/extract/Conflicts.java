package band.civic.fec.extract;

import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bulkfile.FileKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Finds rows of which OpenFEC and a bulk file say amounts that differ by a dollar or more; a file that only lacks the cents
/// says the same. Both values are kept, and which one counts: the one that the FEC said later.
///
/// @param bronze where they are written
/// @param ingestId the ingest after which they are looked for
record Conflicts(BronzeDatabase bronze, long ingestId) {

  /// How many rows of the file differ.
  long find(FileKind kind, Path file) throws SQLException {
    var tables = switch (kind) {
      case INDIV -> List.of("api_schedule_a");
      case OTH -> List.of("api_schedule_a", "api_schedule_b");
      case OPPEXP -> List.of("api_schedule_b");
      default -> List.<String>of();
    };
    var found = 0L;
    for (var table : tables) {
      found += find(kind, file, table);
    }
    return found;
  }

  private long find(FileKind kind, Path file, String table) throws SQLException {
    var sql = bronze.sql();
    if (sql.number("SELECT EXISTS (SELECT 1 FROM " + table + ")") == 0) {
      return 0;
    }
    sql.update("ATTACH ? AS k", file.toString());
    try {
      return sql.update("""
          INSERT OR IGNORE INTO conflicts (kind, sub_id, api_cents, bulk_cents, winner, ingest_id)
          SELECT '%1$s', a.sub_id, a.amount_cents, i.amount_cents, CASE WHEN g.started_at >
              (SELECT modified_at FROM k.releases ORDER BY ingest_id DESC LIMIT 1) THEN 'api' ELSE 'bulk' END, ?
          FROM %2$s a CROSS JOIN k.%1$s i ON i.sub_id = a.sub_id JOIN ingests g ON g.ingest_id = a.last_run
          WHERE a.retired_run IS NULL AND a.amount_cents / 100 <> i.amount_cents / 100"""
          .formatted(kind.id(), table), ingestId);
    } finally {
      sql.run("DETACH k");
    }
  }
}
