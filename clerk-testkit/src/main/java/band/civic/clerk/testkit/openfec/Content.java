package band.civic.clerk.testkit.openfec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What the fake server knows.
final class Content {
  private final Map<Listing, List<Map<String, Object>>> rows = new EnumMap<>(Listing.class);
  private Optional<Long> estimate = Optional.empty();
  private int exactUpTo = 500_000;
  private boolean tiesMove;

  synchronized List<Map<String, Object>> rows(Listing listing) {
    return List.copyOf(rows.getOrDefault(listing, List.of()));
  }

  synchronized void add(Listing listing, List<? extends Map<String, ?>> more) {
    var all = rows.computeIfAbsent(listing, _ -> new ArrayList<>());
    more.forEach(row -> all.add(withoutNulls(row)));
  }

  synchronized void remove(Listing listing, Predicate<Map<String, Object>> which) {
    rows.getOrDefault(listing, List.of()).removeIf(which);
  }

  synchronized void change(Listing listing, String id, Map<String, ?> fields) {
    rows.getOrDefault(listing, List.of()).replaceAll(row -> {
      if (!id.equals(row.get(listing.id()))) {
        return row;
      }
      var changed = new HashMap<>(row);
      changed.putAll(withoutNulls(fields));
      return changed;
    });
  }

  synchronized void estimateAbove(int most, long told) {
    exactUpTo = most;
    estimate = Optional.of(told);
  }

  /// What is told in place of the true count, when the planner only estimates it.
  synchronized Optional<Long> findEstimate(int matching) {
    return matching > exactUpTo ? Optional.of(estimate.orElse((long) matching)) : Optional.empty();
  }

  synchronized void moveTies() {
    tiesMove = true;
  }

  synchronized boolean tiesMove() {
    return tiesMove;
  }

  private static Map<String, Object> withoutNulls(Map<String, ?> row) {
    var copy = new HashMap<String, Object>();
    row.forEach((key, value) -> Optional.ofNullable((Object) value).ifPresent(cell -> copy.put(key, cell)));
    return copy;
  }
}
