package band.civic.clerk.testkit.openfec;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Pages by number.
final class OffsetPages {
  private final Listing listing;
  private final Query query;
  private final boolean ties;

  /// @param ties whether rows with equal sort values change places from page to page, so that a walk loses some
  OffsetPages(Listing listing, Query query, boolean ties) {
    this.listing = listing;
    this.query = query;
    this.ties = ties;
  }

  List<Map<String, Object>> matching(List<Map<String, Object>> rows) {
    return rows.stream().filter(row -> Matching.matches(listing, row, query)).toList();
  }

  List<Map<String, Object>> page(List<Map<String, Object>> matching) {
    var sorts = query.has("sort") ? query.values("sort") : List.of(listing.defaultSort());
    var size = query.number("per_page", 20);
    var number = query.number("page", 1);
    Comparator<Map<String, ?>> tieBreak = ties
        ? Comparator.comparingInt(row -> (row.get(listing.id()) + " " + number).hashCode())
        : Matching.order(List.of(listing.id()), false);
    return matching.stream()
        .sorted(Matching.order(sorts, false).thenComparing(tieBreak))
        .skip((long) (number - 1) * size)
        .limit(size)
        .toList();
  }
}
