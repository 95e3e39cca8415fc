package band.civic.electionfinance.load;

import band.civic.clerk.spi.SiteDatabase;

/// How `election_finance.db` is published and served.
public final class FinanceDatabase {

  /// The one declaration.
  public static final SiteDatabase DECLARATION = new SiteDatabase("finance/election_finance.db", "Campaign finance",
      "Campaign finance reports as filed with a local agency: every version of every report, each dollar counted once, "
          + "and for each row that does not count the reason why.",
      "NetFile", "https://netfile.com",
      "Public record. The law forbids using names and addresses in it to solicit.",
      FinanceTables.list(), FinanceQueries.list(), FinancePages.list());

  private FinanceDatabase() {}
}
