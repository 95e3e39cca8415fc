package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.netfile.format.RawKind;
import band.civic.electionfinance.netfile.format.WireHeader;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Where in the rows of one header each fact stands; looked up once per header, not once per cell.
final class Columns {
  private static final int NOWHERE = -1;
  private static final int[] NONE = {};

  private final Map<Column, int[]> places = new EnumMap<>(Column.class);
  private final boolean noneIsNull;
  private final RawJson json;

  Columns(WireHeader header) {
    this.noneIsNull = header.kind() == RawKind.CONNECT2_TRANSACTIONS_CSV
        || header.kind() == RawKind.CONNECT2_SUMMARY_CSV;
    for (var column : Column.values()) {
      var none = new int[column.spellings()];
      Arrays.fill(none, NOWHERE);
      places.put(column, none);
    }
    for (var at = 0; at < header.columns().size(); at++) {
      for (var place = Column.find(header.columns().get(at)); place.isPresent(); place = place.get().other()) {
        put(place.get(), at);
      }
    }
    places.replaceAll((column, known) -> Arrays.stream(known).filter(place -> place != NOWHERE).toArray());
    this.json = new RawJson(header.columns());
  }

  /// The row's text for that fact; `""` when it says nothing.
  String text(WireRow row, Column column) {
    for (var place : places(column)) {
      var text = row.cell(place);
      if (says(text)) {
        return text;
      }
    }
    return "";
  }

  /// Whether the cell says something. CSV files made from JSON have `None` for null (netfile 3.5 item 16).
  boolean says(String text) {
    return !text.isEmpty() && !(noneIsNull && text.equals("None"));
  }

  RawJson json() {
    return json;
  }

  private void put(Column.Place place, int at) {
    var known = places(place.column());
    if (known[place.rank()] == NOWHERE) {
      known[place.rank()] = at;
    }
  }

  /// Whether two rows say the same in those columns.
  boolean sayTheSame(WireRow one, WireRow other, Column[] columns) {
    for (var column : columns) {
      for (var place : places(column)) {
        if (!one.cell(place).equals(other.cell(place))) {
          return false;
        }
      }
    }
    return true;
  }

  private int[] places(Column column) {
    return places.getOrDefault(column, NONE);
  }
}
