package band.civic.clerk.etl.bronze;

import band.civic.clerk.spi.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The raw answers of one site and data type: files below the raw directory, rows in `work/bronze.db`.
///
/// A unit is *open* while it is read, *complete* when all of it is there, *retired* when a later one took its place.
/// Readers see complete units only, so a walk that was broken off changes nothing for them.
///
/// Not for use by several threads; never on a virtual thread (it runs SQL).
public final class BronzeStore implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);
  private static final String UNIT_COLUMNS = "u.unit_key, u.origin, u.adapter, u.agency_id, u.agency_shortcut, u.year";

  private final BronzeDatabase database;
  private final RawFiles files;
  private final Clock clock;

  private BronzeStore(BronzeDatabase database, RawFiles files, Clock clock) {
    this.database = database;
    this.files = files;
    this.clock = clock;
  }

  /// Opens the store and clears away what a crash left half-written.
  public static BronzeStore open(Workspace workspace, Clock clock) {
    var database = new BronzeDatabase(workspace.directory().resolve("bronze.db"), workspace.database("bronze"));
    var store = new BronzeStore(database, new RawFiles(workspace.rawDirectory()), clock);
    store.files.sweep();
    store.dropDiscarded();
    return store;
  }

  /// [#open(Workspace, Clock)] with the system's clock.
  public static BronzeStore open(Workspace workspace) {
    return open(workspace, Clock.systemUTC());
  }

  /// Starts a unit, or goes on with the one of that key that was broken off: its [UnitWriter#cursor()] says where.
  public UnitWriter begin(Unit unit) {
    var open = findId(unit.key(), "open");
    return new UnitWriter(this, unit, open.orElseGet(() -> insert(unit)));
  }

  /// The pages of all complete units; by agency, year, key and place, the same order every time.
  public List<RawPage> listCompletePages() {
    return database.list(this::page,
        """
        SELECT %s, p.*, u.folder FROM units u JOIN pages p USING (unit_id) WHERE u.status = 'complete'
        ORDER BY u.agency_id, u.agency_shortcut, u.year, u.unit_key, p.seq""".formatted(UNIT_COLUMNS));
  }

  List<RawPage> listPages(long unitId) {
    var sql = "SELECT " + UNIT_COLUMNS
        + ", p.*, u.folder FROM units u JOIN pages p USING (unit_id) WHERE u.unit_id = ? ORDER BY p.seq";
    return database.list(this::page, sql, unitId);
  }

  /// All complete units, in the order of [#listCompletePages()].
  public List<StoredUnit> listCompleteUnits() {
    return database.list(BronzeStore::storedUnit,
        """
        SELECT %s, u.verified_at, u.rows, count(p.page_id) AS pages, coalesce(sum(p.bytes), 0) AS bytes
        FROM units u LEFT JOIN pages p USING (unit_id) WHERE u.status = 'complete' GROUP BY u.unit_id
        ORDER BY u.agency_id, u.agency_shortcut, u.year, u.unit_key""".formatted(UNIT_COLUMNS));
  }

  /// The complete unit of that agency and year, whoever read it.
  public Optional<StoredUnit> findComplete(Unit like) {
    return listCompleteUnits().stream().filter(stored -> stored.unit().coversSameAs(like)).findFirst();
  }

  /// What an extract task noted under that name in an earlier run.
  public Optional<String> findMark(String name) {
    return database.list(row -> row.getString(1), "SELECT value FROM marks WHERE name = ?", name).stream().findFirst();
  }

  /// Notes a text for later runs.
  public void putMark(String name, String value) {
    database.update("INSERT INTO marks VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", name, value);
  }

  /// Drops retired units and their files, but for the latest few of each agency and year (or of each key, where no year
  /// is known).
  public void prune(int keep) {
    database.update("""
        UPDATE units SET status = 'discarded' WHERE unit_id IN (
          SELECT unit_id FROM (
            SELECT unit_id, row_number() OVER (
              PARTITION BY agency_id, agency_shortcut, coalesce(year, unit_key) ORDER BY completed_at DESC, unit_id DESC
            ) AS age FROM units WHERE status = 'retired')
          WHERE age > ?)""", keep);
    dropDiscarded();
  }

  /// Takes complete units out of use.
  ///
  /// @return how many pages they had
  public int retire(List<Unit> units) {
    return database.inTransaction(() -> units.stream().mapToInt(this::retireOne).sum());
  }

  @Override
  public void close() {
    database.close();
  }

  BronzeDatabase database() {
    return database;
  }

  RawFiles files() {
    return files;
  }

  String now() {
    return clock.instant().toString();
  }

  Optional<Long> findId(String key, String status) {
    return database.list(row -> row.getLong(1), "SELECT unit_id FROM units WHERE unit_key = ? AND status = ?", key,
        status).stream().findFirst();
  }

  int retireOne(Unit unit) {
    var id = findId(unit.key(), "complete");
    if (id.isEmpty()) {
      return 0;
    }
    database.update("UPDATE units SET status = 'retired' WHERE unit_id = ?", id.get());
    return database.list(row -> row.getInt(1), "SELECT count(*) FROM pages WHERE unit_id = ?", id.get()).getFirst();
  }

  /// Marks walks of the same agency and year that somebody else left off.
  void discardOpen(Unit unit, long except) {
    var sql = """
              UPDATE units SET status = 'discarded'
              WHERE status = 'open' AND agency_id = ? AND agency_shortcut = ? AND year = ? AND unit_id <> ?""";
    database.update(sql, unit.agencyId(), unit.agencyShortcut(), yearOrNull(unit), except);
  }

  void dropDiscarded() {
    for (var folder : database.list(row -> row.getString(1), "SELECT folder FROM units WHERE status = 'discarded'")) {
      files.deleteTree(folder);
    }
    database.update("DELETE FROM units WHERE status = 'discarded'");
  }

  private long insert(Unit unit) {
    var now = clock.instant();
    var parent = unit.year().isPresent() ? Integer.toString(unit.year().getAsInt()) : "files";
    var next = database.list(row -> row.getString(1), "SELECT coalesce(max(unit_id), 0) + 1 FROM units").getFirst();
    var name = String.join("-", unit.adapter(), unit.agencyShortcut(), STAMP.format(now), next);
    var sql = """
              INSERT INTO units (unit_key, origin, adapter, agency_id, agency_shortcut, year, status, folder, started_at)
              VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?) RETURNING unit_id""";
    return database.insert(sql, unit.key(), unit.origin().name(), unit.adapter(), unit.agencyId(),
        unit.agencyShortcut(), yearOrNull(unit), parent + "/" + name.replaceAll("[^A-Za-z0-9_-]", "_"), now.toString());
  }

  private static @Nullable Integer yearOrNull(Unit unit) {
    return unit.year().isPresent() ? unit.year().getAsInt() : null;
  }

  private RawPage page(ResultSet row) throws SQLException {
    var file = files.resolve(row.getString("folder")).resolve(row.getString("name"));
    return new RawPage(row.getLong("page_id"), unit(row), row.getInt("seq"), row.getString("kind"),
        row.getString("url"), file, Instant.parse(row.getString("fetched_at")), row.getString("sha256"),
        row.getLong("bytes"));
  }

  private static StoredUnit storedUnit(ResultSet row) throws SQLException {
    var rows = row.getLong("rows");
    return new StoredUnit(unit(row), row.getInt("pages"), row.getLong("bytes"), row.wasNull()
        ? OptionalLong.empty()
        : OptionalLong.of(rows), Instant.parse(row.getString("verified_at")));
  }

  private static Unit unit(ResultSet row) throws SQLException {
    var year = row.getInt("year");
    return new Unit(row.getString("unit_key"), Origin.valueOf(row.getString("origin")), row.getString("adapter"),
        row.getInt("agency_id"), row.getString("agency_shortcut"),
        row.getString("year") == null ? OptionalInt.empty() : OptionalInt.of(year));
  }
}
