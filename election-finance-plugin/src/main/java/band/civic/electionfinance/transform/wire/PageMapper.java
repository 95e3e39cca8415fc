package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.Origin;
import band.civic.electionfinance.netfile.format.WireHeader;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Maps the rows of one page, in their order.
public final class PageMapper {
  private static final Set<String> CAL_ITEMS = Set.of("RCPT", "EXPN", "LOAN", "DEBT", "S496", "S497");

  private final Map<WireHeader, Columns> headers = new HashMap<>();
  private final CoverMapper covers;
  private final ItemMapper items;
  private final ListMapper lists;

  /// @param agencyId whose filings the page has
  /// @param origin the site's place
  /// @param sourceId the page's id in the database
  /// @param url where the page came from
  public PageMapper(int agencyId, Origin origin, int sourceId, String url) {
    this.covers = new CoverMapper(agencyId);
    this.items = new ItemMapper(origin, sourceId);
    this.lists = new ListMapper(agencyId, url);
  }

  public Mapped map(WireRow row) {
    var header = row.header();
    return switch (header.kind()) {
      case WORKBOOK_XLSX, WORKBOOK_ZIP, SHEET_CSV -> header.sheet().equals("Summary") ? summary(row) : item(row);
      case CONNECT2_SUMMARY_JSON, CONNECT2_SUMMARY_CSV -> summary(row);
      case CONNECT2_TRANSACTIONS_JSON, CONNECT2_TRANSACTIONS_CSV, SITES_TRANSACTIONS -> item(row);
      case CAMPAIGN_TRANSACTIONS -> campaign(row);
      case CAL_EFILE -> cal(row);
      case CONNECT2_FILERS, CAMPAIGN_FILERS, CONNECT2_FILINGS, CONNECT2_FILING_INFO, SITES_FILINGS, CAMPAIGN_FILINGS ->
        lists.map(row);
    };
  }

  private Mapped cal(WireRow row) {
    var record = row.header().sheet();
    if (record.equals("SMRY")) {
      return summary(row);
    }
    if (CAL_ITEMS.contains(record)) {
      return item(row);
    }
    var form = Form.of(row.cell("Form_Type"));
    if (!record.equals("CVR") || form == Form.OTHER) {
      return new Mapped.Nothing();
    }
    var read = covers.read(columns(row), row, form);
    return new Mapped.CoverOnly(read.cover(), read.flaws());
  }

  /// The Campaign API gives the unitemised sum of a schedule, line 2 of its summary, as an element that is not itemised.
  private Mapped campaign(WireRow row) {
    var cells = new Cells(columns(row), row);
    var type = cells.text(Column.TRANSACTION_TYPE);
    if (type.startsWith("F460") && type.endsWith("Line2")) {
      var schedule = type.substring(4, type.length() - "Line2".length());
      var read = covers.read(columns(row), row, Form.F460);
      var line = new Item.SummaryLine(schedule, "2", cells.cents(Column.AMOUNT), null, null);
      return new Mapped.Summary(read.cover(), read.flaws(), line, cells.flaws());
    }
    return item(row);
  }

  private Mapped item(WireRow row) {
    var columns = columns(row);
    var schedule = Schedules.of(columns.text(row, Column.FORM_TYPE), columns.text(row, Column.TRANSACTION_TYPE),
        row.header().sheet());
    var read = covers.read(columns, row, schedule.form());
    var item = items.item(columns, row, read.cover(), schedule);
    return new Mapped.Transaction(read.cover(), read.flaws(), item);
  }

  private Mapped summary(WireRow row) {
    var columns = columns(row);
    var cells = new Cells(columns, row);
    var formType = cells.code(Column.FORM_TYPE);
    var read = covers.read(columns, row, Form.of(formType));
    var line = new Item.SummaryLine(formType, line(cells.free(Column.LINE)), cells.cents(Column.LINE_A),
        cells.cents(Column.LINE_B), cells.cents(Column.LINE_C));
    return new Mapped.Summary(read.cover(), read.flaws(), line, cells.flaws());
  }

  /// A spreadsheet's number `5.0` is line `5`.
  private static String line(String text) {
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).toUpperCase(Locale.ROOT);
  }

  private Columns columns(WireRow row) {
    return headers.computeIfAbsent(row.header(), Columns::new);
  }
}
