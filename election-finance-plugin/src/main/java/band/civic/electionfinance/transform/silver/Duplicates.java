package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.filing.Judgement;
import band.civic.electionfinance.model.filing.Report;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Items that stand in more than one current report: where periods overlap, where one filing came under two spellings of
/// its filer, in several 24-hour reports (netfile 3.5 item 5). Equal are filer, schedule, Tran_ID, date, amount and names. Rows
/// without a Tran_ID are compared inside one filing only: in two of them they may well be two items.
final class Duplicates {
  private final Judgement judgement;
  private final Compat compat;
  private final Map<Integer, List<Item>> itemsByReport = new HashMap<>();
  private final Map<Integer, Item> originals = new HashMap<>();

  private record Item(int row, String key, String formType, boolean hasTranId, String identity) {}

  private record Standing(Report report, Item item) {}

  private Duplicates(Judgement judgement, Compat compat) {
    this.judgement = judgement;
    this.compat = compat;
  }

  static Duplicates find(Connection connection, Judgement judgement, Repeats repeats, Compat compat)
      throws SQLException {
    var duplicates = new Duplicates(judgement, compat);
    var groups = judgement.repeats();
    for (var group : groups) {
      for (var report : group) {
        duplicates.itemsByReport.put(report.no(), new ArrayList<>());
      }
    }
    if (!groups.isEmpty()) {
      duplicates.read(connection, repeats);
      groups.forEach(duplicates::compare);
    }
    duplicates.itemsByReport.clear();
    return duplicates;
  }

  /// The key of the item that counts in this row's place.
  Optional<String> original(int row) {
    return Optional.ofNullable(originals.get(row)).map(Item::key);
  }

  private void read(Connection connection, Repeats repeats) throws SQLException {
    var sql = """
              SELECT row_no, row_key, report, form_type, tran_id, tx_date, amount_cents, counterparty_last,
                counterparty_first, candidate, measure_name, sup_opp
              FROM stage.items WHERE is_stub = 0""";
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var row = rows.getInt(1);
        var items = itemsByReport.get(rows.getInt(3));
        if (items != null && !repeats.isDropped(row) && isComparable(rows)) {
          items.add(new Item(row, repeats.key(row, rows.getString(2)), rows.getString(4), rows.getString(5) != null,
              identity(rows)));
        }
      }
    }
  }

  /// To Open Disclosure's SQL a row without a date or a Tran_ID is like none.
  private boolean isComparable(ResultSet rows) throws SQLException {
    return compat == Compat.NONE || (rows.getString(5) != null && rows.getString(6) != null);
  }

  private String identity(ResultSet rows) throws SQLException {
    var identity = new StringBuilder(96);
    for (var column = 4; column <= (compat == Compat.NONE ? 12 : 9); column++) {
      identity.append(rows.getString(column)).append('\u001f');
    }
    return identity.toString();
  }

  private void compare(List<Report> oldestFirst) {
    var byIdentity = new HashMap<String, List<Standing>>();
    for (var report : oldestFirst.reversed()) {
      var items = itemsByReport.getOrDefault(report.no(), List.of());
      items.sort(Comparator.comparing(Item::key));
      for (var item : items) {
        if (judgement.isCurrent(report, item.formType())) {
          var scope = item.hasTranId() ? "" : judgement.filingOf(report.no()).key();
          byIdentity.computeIfAbsent(scope + item.identity(), key -> new ArrayList<>()).add(new Standing(report, item));
        }
      }
    }
    for (var same : byIdentity.values()) {
      if (same.size() > 1) {
        settle(same);
      }
    }
  }

  /// The newest report's rows stand; the n-th row of an older report is the n-th of the newest.
  private void settle(List<Standing> newestFirst) {
    var newest = newestFirst.getFirst().report();
    var kept = new ArrayList<Item>();
    for (var standing : newestFirst) {
      if (standing.report().no() == newest.no()) {
        kept.add(standing.item());
      }
    }
    var first = kept.getFirst();
    var isOneItem = compat == Compat.NONE && first.hasTranId() && Judgement.isListedAgain(first.formType());
    var seen = new HashMap<Integer, Integer>();
    for (var standing : newestFirst) {
      var n = seen.merge(standing.report().no(), 1, Integer::sum) - 1;
      var at = isOneItem || compat != Compat.NONE ? 0 : n;
      var isDuplicate = standing.report().no() == newest.no() ? isOneItem && n > 0 : isOlder(standing.report(), newest);
      if (isDuplicate && at < kept.size()) {
        originals.putIfAbsent(standing.item().row(), kept.get(at));
      }
    }
  }

  /// Open Disclosure keeps all that were filed on the last day.
  private boolean isOlder(Report report, Report newest) {
    return compat == Compat.NONE || !newest.version().filedOn().equals(report.version().filedOn());
  }
}
