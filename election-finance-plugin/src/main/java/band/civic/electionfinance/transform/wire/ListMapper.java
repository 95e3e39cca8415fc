package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Days;
import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.Optional;
import java.util.regex.Pattern;

/// Maps lists of filers and filings. They are short, so each cell is looked up by name.
final class ListMapper {
  private static final Pattern FORM = Pattern.compile("\\b(401|410|450|460|461|465|470|496|497|498|501)\\b");
  /// As in `FPPC Form 460 (1/1/2026 - 2/18/2026)`.
  private static final Pattern PERIOD = Pattern.compile("\\((\\d+/\\d+/\\d{4}) - (\\d+/\\d+/\\d{4})\\)");
  /// Connect2's numbers of forms (netfile 1.1).
  private static final String[][] FORM_NUMBERS = {{"23", "410"}, {"29", "450"}, {"30", "460"}, {"31", "461"},
      {"32", "465"}, {"36", "496"}, {"38", "497"}, {"39", "497"}};
  /// The first group of the guids under which the filing information and the Campaign API know forms.
  private static final String[][] FORM_GUIDS = {{"f2a7917d", "460"}, {"edf3a1c2", "410"}, {"d0b35076", "496"},
      {"94c714bd", "497"}};

  private final int agencyId;
  private final String imageBase;

  ListMapper(int agencyId, String url) {
    this.agencyId = agencyId;
    var end = url.indexOf("/public/");
    this.imageBase = end < 0 ? "" : url.substring(0, end) + "/public/image/";
  }

  Mapped map(WireRow row) {
    return switch (row.header().kind()) {
      case CONNECT2_FILERS -> new Mapped.Known(new KnownFiler(
          filer(row.cell("fppcId"), row.cell("localAgencyId"), row.cell("name")), Optional.empty()));
      case CAMPAIGN_FILERS -> new Mapped.Known(new KnownFiler(
          filer(row.cell("registrations.CA SOS"), row.cell("filerNid"), row.cell("filerName")),
          Optional.of(!row.cell("isTerminated").equalsIgnoreCase("true"))));
      case CONNECT2_FILINGS -> connect2(row);
      case CONNECT2_FILING_INFO -> info(row);
      case SITES_FILINGS -> site(row);
      case CAMPAIGN_FILINGS -> campaign(row);
      default -> new Mapped.Nothing();
    };
  }

  /// The list gives a filing's period only in its title.
  private Mapped connect2(WireRow row) {
    var text = formText(row.cell("title"), row.cell("form"));
    var period = PERIOD.matcher(row.cell("title"));
    var titled = period.find();
    var dates = new ListedFiling.Dates(Days.parse(row.cell("filingDate")),
        titled ? Days.parse(period.group(1)) : Optional.empty(),
        titled ? Days.parse(period.group(2)) : Optional.empty());
    return listed(new ListedFiling(
        filer(row.cell("filerStateId"), row.cell("filerLocalId"), row.cell("filerName")), Form.of(text), text,
        row.cell("id"), row.cell("id"), row.cell("amendmentSequenceNumber"), row.cell("amendedFilingId"), dates,
        row.cell("hasImage").equalsIgnoreCase("false") ? "" : image(row.cell("id"))));
  }

  private Mapped info(WireRow row) {
    var text = formText(row.cell("formName") + known(FORM_GUIDS, row.cell("formId").replaceAll("-.*", "")),
        row.cell("formEnumValue"));
    return listed(new ListedFiling(
        filer(row.cell("sosFilerId"), row.cell("localFilerId"), row.cell("filerName")), Form.of(text), text,
        row.cell("filingId"), row.cell("filingId"), row.cell("amendmentSequenceNumber"), row.cell("amends"),
        dates(row, "filingDate", "dateStart", "dateEnd"), image(row.cell("filingId"))));
  }

  /// A leading `*` marks an active committee (netfile 1.3).
  private Mapped site(WireRow row) {
    var text = formText(row.cell("formName"), "");
    var name = row.cell("filerName");
    var isActive = name.startsWith("*");
    var filing = new ListedFiling(filer("", "", isActive ? name.substring(1).strip() : name), Form.of(text), text,
        row.cell("id"), row.cell("id"), row.firstOf("sequenceNumber", "reportNumber"), "",
        dates(row, "filingDate", "periodStart", "periodEnd"), "");
    return new Mapped.Listed(filing, isActive);
  }

  private Mapped campaign(WireRow row) {
    var text = formText(row.cell("specificationRef.name"), "");
    var registered = row.firstOf("filerMeta.strings.Registration_CA SOS", "filerMeta.Registration_CA SOS");
    return listed(new ListedFiling(
        filer(registered, row.cell("filerMeta.filerId"), row.cell("filerMeta.commonName")), Form.of(text), text,
        row.cell("filingNid"), row.firstOf("filingMeta.issuedFilingId", "originalFilingId", "filingNid"),
        row.cell("filingMeta.amendmentSequence"), "",
        dates(row, "filingMeta.legalFilingDate", "filingMeta.startDate", "filingMeta.endDate"), ""));
  }

  private static Mapped listed(ListedFiling filing) {
    return new Mapped.Listed(filing, false);
  }

  private AsFiled filer(String id, String localId, String name) {
    return new AsFiled(agencyId, id, localId, name);
  }

  private String image(String filingId) {
    return imageBase.isEmpty() ? "" : imageBase + filingId;
  }

  private static ListedFiling.Dates dates(WireRow row, String filedOn, String start, String end) {
    return new ListedFiling.Dates(Days.parse(row.cell(filedOn)), Days.parse(row.cell(start)),
        Days.parse(row.cell(end)));
  }

  /// `F460`, from `FPPC Form 460 (1/1/2026 - 2/18/2026)`, `FPPC460` or Connect2's number 30; else the title.
  private static String formText(String title, String number) {
    var named = FORM.matcher(title.replace("FPPC", "FPPC "));
    if (named.find()) {
      return "F" + named.group(1);
    }
    var known = known(FORM_NUMBERS, number);
    if (!known.isEmpty()) {
      return "F" + known.strip();
    }
    return title.isEmpty() ? "form " + number : title;
  }

  /// The form that the table knows under that number, with a blank before it; `""` when it knows none.
  private static String known(String[][] table, String number) {
    for (var row : table) {
      if (row[0].equals(number)) {
        return " " + row[1];
      }
    }
    return "";
  }
}
