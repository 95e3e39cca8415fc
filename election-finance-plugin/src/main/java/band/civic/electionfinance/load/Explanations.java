package band.civic.electionfinance.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What each total counts, in words: published as table `totals_explained` and shown with the tables. The rules are
/// those of the netfile specification, 3.3, 4.2 and 4.3.
final class Explanations {

  /// @param name table, or table.column
  /// @param title for people
  /// @param counts which rows or summary lines are added
  record Explanation(String name, String title, String counts) {}

  private static final String COUNTED = "Only rows that are current and count: amendments replace what they amend, "
      + "late reports that a later report repeats are left out, and so are schedules D and G, F465 part 3 and F497 "
      + "part 2, which repeat other rows.";
  private static final String BY_DATE = " The year is that of the item's date, or of the period's end where an item has "
      + "no date.";

  private static final String ELECTION = "The election is the one that the filing's cover names. Where a periodic "
      + "report names none, a row of its schedule D has the election of the spender's forms 496 on the same target, as "
      + "spelled, in that period, if they all name the same; else none, and it is on no election's page.";

  private static final List<Explanation> ALL = List.of(
      new Explanation("committee_totals", "Totals per committee and year",
          "Summary money is in the year in which its period ends, items in the year of their date. Only summaries of "
              + "current reports that no longer report contains. Empty means unknown, not zero: a committee that filed "
              + "on paper, or late reports only, has no summary. " + COUNTED),
      new Explanation("committee_totals.contributions", "Total contributions",
          "Form 460 summary line 5 (money and goods, loans included, less loans repaid), plus late contributions (form "
              + "497 part 1) that no summary covers yet. Of a committee without a summary, the late contributions alone; "
              + "empty when there is neither."),
      new Explanation("committee_totals.itemized", "Itemized contributions",
          "Rows of schedules A and C that count." + BY_DATE),
      new Explanation("committee_totals.unitemized", "Contributions not itemized",
          "Line 2 of the summaries of schedules A and C; with --compat odca-2020 of schedule A alone."),
      new Explanation("committee_totals.small", "Small contributions",
          "Rows of schedules A and C that count and are under $100 (returns too), plus what was not itemized."),
      new Explanation("committee_totals.loans", "Loans, net",
          "Form 460 summary line 2: loans received less loans repaid and forgiven; may be negative."),
      new Explanation("committee_totals.expenditures", "Total expenditures",
          "Form 460 summary line 11 (payments, loans made, accrued expenses, non-monetary adjustment); for major donors "
              + "form 461 line 3."),
      new Explanation("committee_totals.accrued", "Accrued expenses, net",
          "Form 460 summary line 9: bills received less bills paid. Rows of schedule F are never added."),
      new Explanation("committee_totals.cash_end", "Cash at the end",
          "Form 460 summary line 16 of the last period that ends in the year."),
      new Explanation("committee_totals.debts", "Debts at the end",
          "Form 460 summary line 19 of the last period that ends in the year."),
      new Explanation("committee_totals.late_contributions", "Late contributions not covered yet",
          "Rows of form 497 part 1 dated after the last summary of the committee; they are part of contributions."),
      new Explanation("committee_totals.late_payments", "Late payments not covered yet",
          "Rows of form 497 part 2 dated after the last summary of the committee; never part of expenditures."),
      new Explanation("committee_spans", "Totals per committee, all years",
          "The years of committee_totals added up; cash and debts of the last period; contributors counted once."),
      new Explanation("committee_by_type", "Contributions by kind of contributor",
          "Rows of schedules A and C and late contributions not covered yet, by entity code (COM and SCC are both "
              + "Committee), and what was not itemized. " + COUNTED + BY_DATE),
      new Explanation("committee_by_origin", "Contributions by place",
          "The same rows by the contributor's city and state, without what was not itemized: nobody knows where that "
              + "came from. " + COUNTED + BY_DATE),
      new Explanation("committee_by_size", "Contributions by size",
          "The same rows by the size of the single contribution, and what was not itemized. " + COUNTED + BY_DATE),
      new Explanation("spending_by_code", "Payments by purpose",
          "Rows of schedule E, and of form 461 part 5 for major donors, by expenditure code. " + COUNTED + BY_DATE),
      new Explanation("top_contributors", "Largest contributors",
          "The 25 names that gave a committee most in a year, and the 100 that gave all committees most: rows of "
              + "schedules A and C and late contributions not covered yet, by name alone, so namesakes are one. "
              + COUNTED + BY_DATE),
      new Explanation("top_payees", "Largest payees",
          "The 25 names a committee paid most in a year, and the 100 that all committees paid most: rows of schedule E "
              + "and form 461 part 5, by name alone. " + COUNTED + BY_DATE),
      new Explanation("independent_spending", "Independent spending per spender",
          "Rows of schedule D with code IND, and of form 496 that no summary covers yet, by candidate or measure as "
              + "filed. Contributions to candidates (MON, IKD) are not independent spending and not here." + BY_DATE),
      new Explanation("independent_spending_by_target", "Independent spending per candidate or measure",
          "The rows of independent_spending by target, office and election, over all spenders and years. "
              + ELECTION),
      new Explanation("independent_spending_by_election", "Independent spending per election",
          "Rows of schedule D with code IND, and of form 496 that no summary covers yet, whose election is known. "
              + ELECTION),
      new Explanation("reconciliation", "Do the items add up?",
          "Per version of a filing with a summary: line 1 of a schedule's summary against the sum of the schedule's items in "
              + "that filing. Stub rows (exported without amount) explain most differences."),
      new Explanation("summary_identities", "Does the summary add up?",
          "Six equations between lines of the form 460 summary, per version of a filing; a sound filing has no difference."),
      new Explanation("candidate_totals", "Totals per candidate",
          "The committee that curated lists name as the candidate's, inside its window; independent spending of others "
              + "by the candidate's name or an alias, inside the election's window. Contributions and expenditures are summary "
              + "lines 5 and 11 plus late contributions and payments (form 497) not covered yet; empty when there is "
              + "neither. Empty without curated lists."),
      new Explanation("candidate_by_type", "Contributions to candidates by kind of contributor",
          "As committee_by_type for the candidate's committee; Self Funding when the contributor has the candidate's "
              + "name or an alias."),
      new Explanation("candidate_by_origin", "Contributions to candidates by place",
          "As committee_by_origin for the candidate's committee."),
      new Explanation("candidate_spending_by_code", "Payments of candidates by purpose",
          "Rows of schedule E of the candidate's committee; late payments not covered yet are Not Stated."),
      new Explanation("candidate_independent", "Independent spending on candidates",
          "The rows of independent_spending that name the candidate or an alias, per spender, for (S) and against (O)."),
      new Explanation("measure_totals", "Totals per measure",
          "Contributions to the committees that curated lists name for (S) or against (O) the measure: rows of "
              + "schedules A and C and late contributions not covered yet. Spending: see measure_organizations."),
      new Explanation("measure_by_type", "Contributions on measures by kind of contributor",
          "The contributions of measure_totals by entity code."),
      new Explanation("measure_by_origin", "Contributions on measures by place",
          "The contributions of measure_totals by the contributor's city and state."),
      new Explanation("measure_organizations", "Spending on measures",
          "Per committee: payments (schedule E) and late independent spending (form 496) that name the measure; for "
              + "committees formed for a measure also summary lines 9 and 10. A committee that raised but spent nothing "
              + "is there with 0."));

  private Explanations() {}

  static List<Explanation> list() {
    return ALL;
  }

  /// The explanation of a table.
  static Explanation of(String name) {
    return ALL.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nobody explains " + name));
  }

  static void write(Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement("INSERT INTO totals_explained VALUES (?, ?, ?)")) {
      for (var one : ALL) {
        insert.setString(1, one.name());
        insert.setString(2, one.title());
        insert.setString(3, one.counts());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
