package band.civic.fec.load;

import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.SiteDatabase.Query;
import band.civic.clerk.spi.SiteDatabase.Table;
import java.util.List;

/// How `fec.db` is published and served.
public final class FecDatabase {

  /// The one declaration.
  public static final SiteDatabase DECLARATION = new SiteDatabase("fec/fec.db", "Federal campaign money",
      "Money in federal elections as reported to the Federal Election Commission: each dollar counted by one total, and "
          + "for each row the file and line it comes from. Only what committees itemised, as a rule gifts above $200, "
          + "stands in rows.",
      "Federal Election Commission", "https://www.fec.gov/data/",
      "Public record. The law forbids using names and addresses of contributors in it to solicit.", tables(),
      queries());

  private FecDatabase() {}

  private static List<Table> tables() {
    return List.of(
        table("committee_totals", "Committees: totals",
            "What each committee's itemised rows add up to. Which rows a total counts stands in totals_explained.",
            "individual_cents", "cycle", "committee_known"),
        table("candidate_totals", "Candidates: totals",
            "What the authorised committees of a candidate raised from persons, what committees say they gave, and "
                + "independent spending for and against.",
            "individual_cents", "cycle"),
        table("state_totals", "States: totals", "Itemised money of persons (individual) by the state they live in.",
            "individual_cents", "cycle"),
        table("contributions", "Contributions",
            "Every row that committees itemised about persons, memos included: counts_as names the one total that adds "
                + "it.",
            "contributed_on", "counts_as", "cycle", "state", "transaction_type", "entity_type"),
        table("committee_transactions", "Between committees",
            "Every itemised row between committees, each once; memos are most of them and are added by no total.",
            "transaction_on", "counts_as", "cycle", "transaction_type"),
        table("independent_expenditures", "Independent expenditures",
            "Spending for or against a candidate without the candidate: rows of type 24E and 24A that are no memos.",
            "transaction_on", "counts_as", "cycle"),
        table("operating_expenditures", "Operating expenditures",
            "Payments of committees; rows with counts_as memo are added by no total.", "spent_on", "cycle", "category"),
        table("committees", "Committees", "Committees as the FEC registered them.", "", "cycle", "type", "state"),
        table("candidates", "Candidates", "Candidates as the FEC registered them.", "", "cycle", "office", "state"),
        table("committee_candidates", "Who works for whom", "Which committee works for which candidate.", "", "cycle"),
        table("committee_summaries", "Committees: their own totals",
            "What committees reported as a whole: holds money that nobody itemised.", "receipts_cents", "cycle"),
        table("candidate_summaries", "Candidates: their own totals",
            "What the committees of a candidate reported as a whole, without transfers among them.", "receipts_cents",
            "cycle"),
        table("checks", "Checks", "Itemised rows beside the committee's own totals; below is money not itemised.", "",
            "result", "measure", "cycle"),
        table("candidate_checks", "Checks of candidates", "The same for a candidate's authorised committees.", "",
            "result", "measure", "cycle"),
        table("totals_explained", "Which rows a total counts", "One line for each total.", ""),
        table("transaction_types", "Transaction types", "The FEC's codes, and the total that adds each.", "",
            "counts_as"),
        table("sources", "Files", "The bulk files that rows come from.", "", "kind", "cycle"));
  }

  /// @param order the column to sort by, then those to facet by
  private static Table table(String name, String title, String description, String... order) {
    var columns = List.of(order);
    return new Table(name, title, description, columns.subList(1, columns.size()), columns.getFirst(), false);
  }

  private static List<Query> queries() {
    return List.of(
        new Query("committee_receipts", "What persons gave to a committee",
            "SELECT contributor_name, city, state, contributed_on, amount_cents / 100.0 AS amount, transaction_type "
                + "FROM contributions WHERE committee_id = :committee_id AND counts_as = 'individual' "
                + "ORDER BY amount_cents DESC LIMIT 1000"),
        new Query("spending_on_candidate", "Independent spending for and against a candidate",
            "SELECT committee, counts_as, sum(amount_cents) / 100.0 AS amount, count(*) AS payments "
                + "FROM independent_expenditures WHERE candidate_id = :candidate_id GROUP BY committee_id, counts_as "
                + "ORDER BY 3 DESC"));
  }
}
