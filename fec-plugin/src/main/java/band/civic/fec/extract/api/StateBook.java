package band.civic.fec.extract.api;

import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bronze.Sql;
import band.civic.fec.bulkfile.FileKind;
import band.civic.fec.extract.api.SeriesState.Mode;
import band.civic.fec.extract.api.SeriesState.Status;
import band.civic.fec.openfec.Endpoint;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The states of what is read from OpenFEC, for people: to look at, and to make anew from the rows that are there.
///
/// @param bronze the caller's
/// @param layout where bulk files' rows are
public record StateBook(ApiBronze bronze, BronzeLayout layout) {

  /// One state, as it is shown.
  ///
  /// @param rows live rows of the series, counted now; below 0 for lists whose rows belong to several
  public record Line(String list, String scope, int cycle, String status, String mode, String watermark,
      String readThrough, String cursor, int pages, long rows, String reason, String startedAt, String finishedAt) {

    private Line inBulk() {
      return new Line(list, scope, cycle, "in_bulk", mode, watermark, readThrough, cursor, 0, rows,
          "rows are of bulk files; `clerk fec state repair` lets OpenFEC carry on from there", "", "");
    }
  }

  /// All states, in the order of lists, scopes and cycles.
  public List<Line> list() throws SQLException {
    var lines = new ArrayList<Line>();
    for (var state : bronze.states().list()) {
      lines.add(line(state));
    }
    return lines;
  }

  /// All states, and those that [#repair] would make of rows that only bulk files brought: their status is `in_bulk`.
  public List<Line> list(Set<String> conduits, LocalDate today) throws SQLException {
    var lines = new ArrayList<>(list());
    var known = lines.stream().map(line -> line.list() + line.scope() + line.cycle()).collect(Collectors.toSet());
    for (var line : repair(false, conduits, today)) {
      if (!known.contains(line.list() + line.scope() + line.cycle())) {
        lines.add(line.inBulk());
      }
    }
    return lines;
  }

  /// Makes states of committees whose rows are here and that have none: what was loaded up to their last load date is
  /// here, so that only what came later is asked for. Committees that were left to bulk files get one once those are in.
  ///
  /// @param write whether to; else only tells
  /// @param conduits committees that the API is never asked for
  public List<Line> repair(boolean write, Set<String> conduits, LocalDate today) throws SQLException {
    var made = new ArrayList<SeriesState>();
    for (var entry : lastLoaded(today).entrySet()) {
      var known = bronze.states().get(entry.getKey());
      var isMissing = known.startedAt().isEmpty() || known.status() == Status.LEFT_TO_BULK;
      if (isMissing && !conduits.contains(entry.getKey().scope())) {
        made.add(state(entry.getKey(), entry.getValue()));
      }
    }
    if (write) {
      bronze.alone(() -> {
        for (var state : made) {
          bronze.states().put(state);
        }
        return made;
      });
    }
    var lines = new ArrayList<Line>();
    for (var state : made) {
      lines.add(line(state));
    }
    return lines;
  }

  private static SeriesState state(SeriesKey key, String loaded) {
    var at = loaded + "T00:00:00Z";
    return SeriesState.unknown(key).begun(Mode.FULL, "", at).after(Map.of(), loaded, false).completed(at);
  }

  /// The last load date of each committee that has rows, from OpenFEC or from a bulk file.
  private Map<SeriesKey, String> lastLoaded(LocalDate today) throws SQLException {
    var loaded = new LinkedHashMap<SeriesKey, String>();
    collect(bronze.sql(), """
        SELECT committee_id, cycle, max(load_date) FROM api_schedule_a
        WHERE retired_run IS NULL AND load_date <= '%s' AND load_date <> '' GROUP BY 1, 2 ORDER BY 1, 2""".formatted(
        today), loaded);
    for (var cycle = 1980; cycle <= today.getYear() + 1; cycle += 2) {
      var file = layout.file(FileKind.INDIV, cycle);
      if (Files.exists(file)) {
        try (var connection = KindFile.connect(file)) {
          collect(new Sql(connection), bulk(cycle, today), loaded);
        }
      }
    }
    return loaded;
  }

  /// The load date stands in the number of a row: a digit, MMDDYYYY, ten digits. Where no number tells one, the day of the
  /// last gift stands for it: a gift is never loaded before it is made.
  private static String bulk(int cycle, LocalDate today) {
    return """
        WITH loaded AS (SELECT cmte_id, sub_id / 10000000000 %% 100000000 AS mdy FROM indiv),
          days AS (SELECT cmte_id, max(mdy %% 10000 * 10000 + mdy / 10000) FILTER (WHERE mdy / 1000000 BETWEEN 1 AND 12
            AND mdy / 10000 %% 100 BETWEEN 1 AND 31 AND mdy %% 10000 >= 1975
            AND mdy %% 10000 * 10000 + mdy / 10000 <= %2$s) AS ymd
            FROM loaded WHERE cmte_id IS NOT NULL GROUP BY cmte_id),
          told AS (SELECT cmte_id, coalesce(substr(ymd, 1, 4) || '-' || substr(ymd, 5, 2) || '-' || substr(ymd, 7, 2),
            (SELECT max(day) FROM indiv i WHERE i.cmte_id = d.cmte_id AND day <= '%3$s')) AS day FROM days d)
        SELECT cmte_id, %1$d, day FROM told WHERE day IS NOT NULL ORDER BY cmte_id""".formatted(cycle, today
        .toString()
        .replace("-", ""), today);
  }

  private static void collect(Sql sql, String query, Map<SeriesKey, String> loaded) throws SQLException {
    for (var entry : sql.list(row -> Map.entry(new SeriesKey(Endpoint.SCHEDULE_A, row.getString(1), row.getInt(2)), row
        .getString(3)), query)) {
      loaded.merge(entry.getKey(), entry.getValue(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
  }

  private Line line(SeriesState state) throws SQLException {
    var key = state.key();
    var rows = key.list().isKeyset()
        ? bronze.sql()
            .number("SELECT count(*) FROM api_" + key.list().id()
                + " WHERE (? = 'us' OR committee_id = ?) AND cycle = ? AND retired_run IS NULL", key.scope(),
                key.scope(),
                key.cycle())
        : -1;
    return new Line(key.list().id(), key.scope(), key.cycle(), state.status().text(), state.mode().text(), state
        .watermark(), state.readThrough(), state.cursor().toString(), state.pages(), rows, state.reason(),
        state
            .startedAt(),
        state.finishedAt());
  }
}
