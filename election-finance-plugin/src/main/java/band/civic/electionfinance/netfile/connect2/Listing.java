package band.civic.electionfinance.netfile.connect2;

import band.civic.electionfinance.netfile.format.RawKind;
import java.util.Locale;

/// The lists of Connect2 that are read page by page.
public enum Listing {
  TRANSACTIONS("results", "netFileKey", RawKind.CONNECT2_TRANSACTIONS_JSON, RawKind.CONNECT2_TRANSACTIONS_CSV), SUMMARY(
      "results", "netFileKey", RawKind.CONNECT2_SUMMARY_JSON, RawKind.CONNECT2_SUMMARY_CSV), FILERS("filers",
          "localAgencyId", RawKind.CONNECT2_FILERS,
          RawKind.CONNECT2_FILERS), FILINGS("filings", "id", RawKind.CONNECT2_FILINGS, RawKind.CONNECT2_FILINGS);

  private final String array;
  private final String key;
  private final RawKind json;
  private final RawKind csv;

  Listing(String array, String key, RawKind json, RawKind csv) {
    this.array = array;
    this.key = key;
    this.json = json;
    this.csv = csv;
  }

  /// The field that holds the rows.
  String array() {
    return array;
  }

  /// The field that tells two rows apart.
  String key() {
    return key;
  }

  /// Its name in settings and file names, `transactions`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format of its pages.
  public RawKind kind(boolean asCsv) {
    return asCsv ? csv : json;
  }
}
