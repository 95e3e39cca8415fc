package band.civic.clerk.testkit.openfec;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which rows a query asks for, and how values compare.
final class Matching {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final int DAY = 10;

  private Matching() {}

  static boolean matches(Listing listing, Map<String, ?> row, Query query) {
    return query.names()
        .stream()
        .filter(listing::filtersBy)
        .allMatch(name -> passes(listing, row, name, query.values(name)));
  }

  /// Numbers by value, everything else as text; missing values are for the caller.
  static int compare(Object a, Object b) {
    var left = a.toString();
    var right = b.toString();
    if (left.length() == right.length() && isDigits(left) && isDigits(right)) {
      return left.compareTo(right);
    }
    return isNumber(left) && isNumber(right)
        ? new BigDecimal(left).compareTo(new BigDecimal(right))
        : left.compareTo(right);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /// By these columns, `-column` descending; missing values come last, or first when descending.
  static Comparator<Map<String, ?>> order(List<String> sorts, boolean nullsLast) {
    Comparator<Map<String, ?>> order = Comparator.comparingInt(_ -> 0);
    for (var sort : sorts) {
      var descending = sort.startsWith("-");
      var column = descending ? sort.substring(1) : sort;
      Comparator<Object> values = descending ? (a, b) -> compare(b, a) : Matching::compare;
      var cells = descending && !nullsLast ? Comparator.nullsFirst(values) : Comparator.nullsLast(values);
      order = order.thenComparing((a, b) -> cells.compare(a.get(column), b.get(column)));
    }
    return order;
  }

  private static boolean passes(Listing listing, Map<String, ?> row, String name, List<String> asked) {
    if (name.startsWith("min_") || name.startsWith("max_")) {
      return findCell(listing, row, name.substring(4)).filter(
          cell -> inRange(cell.toString(), isoDay(asked.getFirst()), name.startsWith("min_"))).isPresent();
    }
    var cell = findCell(listing, row, name);
    var wanted = asked.stream().filter(value -> !value.startsWith("-")).toList();
    var unwanted = asked.stream().filter(value -> value.startsWith("-")).map(value -> value.substring(1)).toList();
    return (wanted.isEmpty() || wanted.stream().anyMatch(value -> holds(cell, value)))
        && unwanted.stream().noneMatch(value -> holds(cell, value));
  }

  private static boolean inRange(String cell, String limit, boolean isLeast) {
    var isDay = limit.matches("\\d{4}-\\d\\d-\\d\\d") && cell.length() > DAY;
    var order = compare(isDay ? cell.substring(0, DAY) : cell, limit);
    return isLeast ? order >= 0 : order <= 0;
  }

  private static String isoDay(String text) {
    return text.matches("\\d\\d/\\d\\d/\\d{4}")
        ? text.substring(6) + "-" + text.substring(0, 2) + "-" + text.substring(3, 5)
        : text;
  }

  private static boolean holds(Optional<Object> cell, String value) {
    return cell.filter(held -> held instanceof Collection<?> many
        ? many.stream().anyMatch(one -> same(String.valueOf(one), value))
        : same(held.toString(), value)).isPresent();
  }

  private static boolean same(String held, String value) {
    return held.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
  }

  private static Optional<Object> findCell(Listing listing, Map<String, ?> row, String parameter) {
    @Nullable
    Object cell = switch (parameter) {
      case "date" -> row.get(listing.dateColumn());
      case "amount" -> row.get(listing.amountColumn());
      case "filed_date" -> row.get("load_timestamp");
      case "cycle" -> cycle(row);
      default -> row.containsKey(parameter) ? row.get(parameter) : row.get("_" + parameter);
    };
    return Optional.ofNullable(cell);
  }

  private static @Nullable Object cycle(Map<String, ?> row) {
    for (var column : List.of("cycles", "cycle", "_cycle", "two_year_transaction_period")) {
      if (row.get(column) != null) {
        return row.get(column);
      }
    }
    @Nullable
    Object year = row.get("report_year");
    return year == null ? null : (Integer.parseInt(year.toString()) + 1) / 2 * 2;
  }
}
