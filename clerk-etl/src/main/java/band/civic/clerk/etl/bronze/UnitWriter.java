package band.civic.clerk.etl.bronze;

import java.time.Instant;
import java.util.List;

/// An open unit, page by page. Leaving it open is fine: the next [BronzeStore#begin(Unit)] of its key goes on.
public final class UnitWriter {
  private final BronzeStore store;
  private final Unit unit;
  private final long id;

  UnitWriter(BronzeStore store, Unit unit, long id) {
    this.store = store;
    this.unit = unit;
    this.id = id;
  }

  /// Where the walk stands after the last page that was appended; empty at the start.
  public String cursor() {
    return store.database().list(row -> row.getString(1), "SELECT cursor FROM units WHERE unit_id = ?", id).getFirst();
  }

  /// When this extraction began; a walk that is too old is better started anew.
  public Instant startedAt() {
    var sql = "SELECT started_at FROM units WHERE unit_id = ?";
    return Instant.parse(store.database().list(row -> row.getString(1), sql, id).getFirst());
  }

  /// What it is.
  public Unit unit() {
    return unit;
  }

  /// The pages stored so far.
  public List<RawPage> listPages() {
    return store.listPages(id);
  }

  /// Notes how many rows the pages hold.
  public void putRows(long rows) {
    store.database().update("UPDATE units SET rows = ? WHERE unit_id = ?", rows, id);
  }

  /// Stores a page: its file is whole and on disk before the row, and row and cursor are one commit.
  public void append(RawContent content, String cursor) {
    if (content.name().contains("/") || content.name().contains("\\")) {
      throw new IllegalArgumentException("a page's name is a plain file name: " + content.name());
    }
    var written = store.files().write(folder() + "/" + content.name(), content.body());
    store.database().inTransaction(() -> {
      store.database()
          .update("""
                  INSERT INTO pages (unit_id, seq, name, kind, url, fetched_at, sha256, bytes)
                  VALUES (?, (SELECT count(*) FROM pages WHERE unit_id = ?), ?, ?, ?, ?, ?, ?)""", id, id,
              content.name(),
              content.kind(), content.url(), content.fetchedAt().toString(), written.sha256(), written.bytes());
      return store.database().update("UPDATE units SET cursor = ? WHERE unit_id = ?", cursor, id);
    });
  }

  /// Makes the unit current. When every page is as before, the earlier unit stays current and this one is dropped.
  /// Otherwise it takes the place of the earlier one, of units of the same agency and year, and of sample units (a
  /// sample takes the place of nothing but a sample).
  public Completion complete() {
    var before = store.findId(unit.key(), "complete");
    var sums = sums();
    if (before.isPresent() && sumsOf(before.get()).equals(sums)) {
      verify(before.get());
      return new Completion(0, sums.size(), 0);
    }
    var known = before.map(this::sumsOf).orElse(List.of());
    var unchanged = (int) sums.stream().filter(known::contains).count();
    var retired = store.database().inTransaction(this::takePlace);
    store.dropDiscarded();
    return new Completion(sums.size() - unchanged, unchanged, retired);
  }

  /// Drops the unit and its files, as if it had never been begun. A unit that was completed stays.
  public void discard() {
    store.database().update("UPDATE units SET status = 'discarded' WHERE unit_id = ? AND status = 'open'", id);
    store.dropDiscarded();
  }

  private void verify(long before) {
    store.database().inTransaction(() -> {
      store.database().update("UPDATE units SET verified_at = ? WHERE unit_id = ?", store.now(), before);
      return store.database().update("UPDATE units SET status = 'discarded' WHERE unit_id = ?", id);
    });
    store.dropDiscarded();
  }

  private int takePlace() {
    store.retireOne(unit);
    var retired = store.listCompleteUnits()
        .stream()
        .map(StoredUnit::unit)
        .filter(other -> replaces(other))
        .mapToInt(store::retireOne)
        .sum();
    var now = store.now();
    store.database()
        .update("""
                UPDATE units SET status = 'complete', completed_at = ?, verified_at = ? WHERE unit_id = ?""", now, now,
            id);
    return retired;
  }

  private boolean replaces(Unit other) {
    return other.coversSameAs(unit) || (other.origin() == Origin.SAMPLE && unit.origin() != Origin.SAMPLE);
  }

  private List<String> sums() {
    return sumsOf(id);
  }

  private List<String> sumsOf(long unitId) {
    return store.database()
        .list(row -> row.getString(1) + row.getString(2),
            "SELECT name, sha256 FROM pages WHERE unit_id = ? ORDER BY seq", unitId);
  }

  private String folder() {
    return store.database().list(row -> row.getString(1), "SELECT folder FROM units WHERE unit_id = ?", id).getFirst();
  }
}
