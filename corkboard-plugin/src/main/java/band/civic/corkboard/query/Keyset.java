package band.civic.corkboard.query;

import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Numbers;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.schema.Column;
import band.civic.corkboard.sqlite.Sql;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Paging by key: a page ends with a token that says after which row the next begins, so page 1,000 costs what page 1
/// costs and no row is lost when rows are added. NULLs come first in ascending order and last in descending.
final class Keyset {
  private static final String NULL = "$null";
  private static final String NUMBER = "$n";
  private static final String BLOB = "$x";
  private static final String OF_THE_ROW = "$row";
  private static final int LONGEST = 300;

  private Keyset() {}

  /// Adds the condition that keeps only rows after the token.
  static void apply(Conditions to, TableCall call, Order order, String token) {
    var parts = List.of(token.split(",", -1));
    var keys = call.table().keyColumns();
    int expected = keys.size() + (order.column().isPresent() ? 1 : 0);
    if (parts.size() != expected) {
      throw Failure.badRequest("_next is not a token of this page");
    }
    var keyParts = parts.subList(expected - keys.size(), expected);
    var after = after(to, keys, keyParts);
    if (order.column().isEmpty()) {
      to.require(after);
    } else {
      var value = value(to, call, order, parts);
      to.require(afterSorted(order, parts.getFirst(), value, after));
    }
  }

  /// The sorted value where the next page begins; one that is too long for an address is looked up in its row.
  private static String value(Conditions to, TableCall call, Order order, List<String> parts) {
    if (!parts.getFirst().equals(OF_THE_ROW)) {
      return parts.getFirst().equals(NULL) ? "" : to.bind(read(parts.getFirst()));
    }
    var keys = call.table().keyColumns();
    var row = new ArrayList<String>();
    for (int i = 0; i < keys.size(); i++) {
      row.add(Sql.name(keys.get(i)) + " = " + to.bind(read(parts.get(i + 1))));
    }
    return "(select " + Sql.name(order.column().orElseThrow()) + " from " + Sql.name(call.table().name()) + " where "
        + String.join(" and ", row) + ")";
  }

  private static String afterSorted(Order order, String part, String value, String after) {
    var column = Sql.name(order.column().orElseThrow());
    if (part.equals(NULL)) {
      return order.descending()
          ? "(" + column + " is null and " + after + ")"
          : "(" + column + " is not null or (" + column + " is null and " + after + "))";
    }
    return "(" + column + (order.descending() ? " < " : " > ") + value
        + (order.descending() ? " or " + column + " is null" : "") + " or (" + column + " = " + value + " and " + after
        + "))";
  }

  /// `((a > :p0) or (a = :p0 and b > :p1))`.
  private static String after(Conditions to, List<String> keys, List<String> parts) {
    var names = keys.stream().map(Sql::name).toList();
    var values = parts.stream().map(p -> to.bind(read(p))).toList();
    if (names.size() == 1) {
      return names.getFirst() + " > " + values.getFirst();
    }
    var options = new ArrayList<String>();
    for (int last = 0; last < names.size(); last++) {
      var bits = new ArrayList<String>();
      for (int i = 0; i < last; i++) {
        bits.add(names.get(i) + " = " + values.get(i));
      }
      bits.add(names.get(last) + " > " + values.get(last));
      options.add("(" + String.join(" and ", bits) + ")");
    }
    return "(" + String.join(" or ", options) + ")";
  }

  /// The token of a row.
  ///
  /// @param sort the value of the sorted column, as an array of one; empty when the order is that of the key
  /// @param keys the values of the key
  static String token(TableCall call, @Nullable Object[] sort, @Nullable Object[] keys, Order order) {
    var parts = new ArrayList<String>();
    if (sort.length == 1) {
      var written = write(sort[0], order.column().flatMap(call.table()::findColumn).orElse(null));
      parts.add(written.length() > LONGEST ? OF_THE_ROW : written);
    }
    var columns = call.table().keyColumns();
    for (int i = 0; i < keys.length; i++) {
      parts.add(write(keys[i], call.table().findColumn(columns.get(i)).orElse(null)));
    }
    return parts.stream().collect(Collectors.joining(","));
  }

  /// A number in a column that turns no text into numbers keeps a mark, or it would come back as text.
  private static String write(@Nullable Object value, @Nullable Column column) {
    boolean marks = column != null && column.affinity().equals("BLOB");
    return switch (value) {
      case null -> NULL;
      case byte[] blob -> BLOB + HexFormat.of().formatHex(blob);
      case Double number -> (marks ? NUMBER : "") + Tilde.encode(Numbers.text(number));
      case Number number -> (marks ? NUMBER : "") + number;
      default -> Tilde.encode(value.toString());
    };
  }

  private static @Nullable Object read(String part) {
    if (part.equals(NULL)) {
      return null;
    }
    if (part.startsWith(BLOB)) {
      return blob(part.substring(BLOB.length()));
    }
    return part.startsWith(NUMBER) ? number(Tilde.decode(part.substring(NUMBER.length()))) : Tilde.decode(part);
  }

  private static Object blob(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw Failure.badRequest("_next is not a token of this page");
    }
  }

  private static Object number(String text) {
    try {
      return text.matches("-?\\d+") ? (Object) Long.valueOf(text) : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw Failure.badRequest("_next is not a token of this page");
    }
  }
}
