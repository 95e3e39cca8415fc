package band.civic.electionfinance.sample;

import band.civic.clerk.testkit.netfile.NetFileSheets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// One row of a sheet in the making.
final class SampleRow {
  /// What must never get past the readers: a test looks for it in everything that is made from the sample.
  static final String CANARY_STREET = "77 Canary Street";
  static final String CANARY_CONTACT = "canary@example.org 510-555-0177";

  private final String sheet;
  private final Map<String, Object> cells = new LinkedHashMap<>();

  SampleRow(String sheet) {
    this.sheet = sheet;
    NetFileSheets.columns(sheet).forEach(column -> {
      if (column.endsWith("_Adr1")) {
        cells.put(column, CANARY_STREET);
      } else if (column.endsWith("_Adr2")) {
        cells.put(column, CANARY_CONTACT);
      }
    });
  }

  String sheet() {
    return sheet;
  }

  /// Puts a text, a date or a number; an empty text leaves the cell empty.
  SampleRow with(String column, Object value) {
    if (!value.equals("")) {
      cells.put(column, value);
    }
    return this;
  }

  SampleRow money(String column, long cents) {
    return with(column, BigDecimal.valueOf(cents, 2));
  }

  SampleRow without(String column) {
    cells.remove(column);
    return this;
  }

  /// Names and places under the sheet's own names.
  SampleRow party(String names, String places, Party party) {
    with(names + "_NamL", party.last()).with(names + "_NamF", party.first()).with("Entity_Cd", party.code());
    NetFileSheets.columns(sheet).stream().filter(column -> column.startsWith(places + "_")).forEach(column -> {
      switch (column.substring(places.length() + 1)) {
        case "City" -> with(column, party.city());
        case "State", "ST" -> with(column, party.state());
        case "Zip4" -> with(column, party.zip());
        case "Emp", "EMP" -> with(column, party.employer());
        case "Occ", "OCC" -> with(column, party.occupation());
        default -> {
        }
      }
    });
    return this;
  }

  SampleRow cover(Committee committee, String reportNumber, LocalDate filedOn) {
    with("Filer_ID", committee.filerId()).with("Filer_NamL", committee.name()).with("Report_Num", reportNumber);
    with("Committee_Type", committee.type()).with("Rpt_Date", filedOn);
    committee.election().ifPresent(date -> with("Elect_Date", date));
    if (NetFileSheets.columns(sheet).contains("tblCover_Office_Cd")) {
      with("tblCover_Office_Cd", committee.office());
    }
    return this;
  }

  Map<String, ?> cells() {
    return cells;
  }

  SampleRow copy() {
    var copy = new SampleRow(sheet);
    copy.cells.clear();
    copy.cells.putAll(cells);
    return copy;
  }

  static long cents(String dollars) {
    return new BigDecimal(dollars).movePointRight(2).longValueExact();
  }
}
