package band.civic.clerk.testkit.openfec;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Pages by `last_indexes`. Ascending, a walk sees every row. Descending, rows without a value come first, and once
/// a page ends on one of them the next query only looks at smaller ids: rows are lost without a word.
final class SeekPages {
  private final Listing listing;
  private final Query query;
  private final String column;
  private final boolean descending;

  SeekPages(Listing listing, Query query) {
    this.listing = listing;
    this.query = query;
    var sort = query.find("sort").orElse(listing.defaultSort());
    this.descending = sort.startsWith("-");
    this.column = descending ? sort.substring(1) : sort;
  }

  /// The rows that match, those without a value left out when the query says so.
  List<Map<String, Object>> matching(List<Map<String, Object>> rows) {
    return rows.stream()
        .filter(row -> Matching.matches(listing, row, query))
        .filter(row -> row.get(column) != null || !query.isTrue("sort_hide_null"))
        .toList();
  }

  List<Map<String, Object>> page(List<Map<String, Object>> matching) {
    var sort = descending ? List.of("-" + column, "-" + listing.id()) : List.of(column, listing.id());
    Comparator<Map<String, ?>> order = Matching.order(sort, query.isTrue("sort_nulls_last"));
    return matching.stream().filter(afterCursor()).sorted(order).limit(query.number("per_page", 20)).toList();
  }

  /// Where the next page begins; null after an empty page.
  @Nullable
  Map<String, Object> lastIndexes(List<Map<String, Object>> page) {
    if (page.isEmpty()) {
      return null;
    }
    var last = page.getLast();
    var indexes = new LinkedHashMap<String, Object>();
    indexes.put("last_index", String.valueOf(last.get(listing.id())));
    Optional.ofNullable(last.get(column))
        .ifPresentOrElse(value -> indexes.put("last_" + column, shown(value)),
            () -> indexes.put("sort_null_only", true));
    return indexes;
  }

  /// Amounts are texts with two decimals, but numbers on schedule E.
  private Object shown(Object value) {
    return value instanceof Number && listing != Listing.SCHEDULE_E
        ? new BigDecimal(value.toString()).setScale(2).toString()
        : value;
  }

  private Predicate<Map<String, Object>> afterCursor() {
    var index = query.find("last_index");
    if (index.isEmpty()) {
      return _ -> true;
    }
    var value = query.find("last_" + column);
    var onlyIds = query.isTrue("sort_null_only") || value.isEmpty();
    return onlyIds ? row -> beyondNulls(row, index.get()) : row -> beyond(row, value.get(), index.get());
  }

  private boolean beyondNulls(Map<String, Object> row, String index) {
    var order = compareId(row, index);
    return descending ? order < 0 : row.get(column) == null && order > 0;
  }

  private boolean beyond(Map<String, Object> row, String value, String index) {
    var cell = Optional.ofNullable(row.get(column));
    if (cell.isEmpty()) {
      return !descending;
    }
    var byValue = Matching.compare(cell.get(), value);
    var order = byValue == 0 ? compareId(row, index) : byValue;
    return descending ? order < 0 : order > 0;
  }

  private int compareId(Map<String, Object> row, String index) {
    return Matching.compare(String.valueOf(row.get(listing.id())), index);
  }
}
