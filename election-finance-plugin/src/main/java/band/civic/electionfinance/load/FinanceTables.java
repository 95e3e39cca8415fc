package band.civic.electionfinance.load;

import band.civic.clerk.spi.SiteDatabase.Table;
import java.util.ArrayList;
import java.util.List;

/// How each table and view is shown.
final class FinanceTables {
  private static final String CURRENT = "Rows of current filings, also those that do not count: see not_counted_reason. ";

  private FinanceTables() {}

  static List<Table> list() {
    var tables = new ArrayList<Table>();
    tables.addAll(views());
    tables.addAll(totals());
    tables.addAll(rows());
    tables.addAll(schedules());
    tables.addAll(curated());
    tables.addAll(codes());
    tables.addAll(hidden());
    return tables;
  }

  private static List<Table> views() {
    return List.of(
        sorted("tx_date", shown("contributions", "Contributions",
            "Every contribution that counts, once: rows of schedules A and C, and late contributions that no summary "
                + "covers yet. What was not itemized is in the totals only."),
            "entity_cd", "origin", "size_band"),
        sorted("tx_date",
            shown("expenditures", "Expenditures",
                "Every payment that counts, once: rows of schedule E, and of form 461 part 5 for major donors."),
            "expn_code"),
        sorted("tx_date", shown("independent_expenditures", "Independent expenditures",
            "Spending for or against a candidate or measure without that candidate: rows of schedule D with code IND, "
                + "and of form 496 that no summary covers yet."),
            "sup_opp"),
        sorted("report_date", shown("late_reports", "Late reports",
            "Rows of current 24-hour reports (forms 496 and 497). Most are repeated in a later report and then do not "
                + "count: late_repeated."),
            "form_type"),
        sorted("report_date",
            shown("loans_view", "Loans",
                CURRENT + "Schedules B1, B2 and H: each report lists every open loan again, so "
                    + "balances of different reports must not be added."),
            "form_type"),
        sorted("report_date",
            shown("current_filings", "Current filings", "The version of each report that counts now."), "form"),
        sorted("report_date",
            shown("superseded_filings", "Superseded filings", "Reports that a later version replaced, and by which."),
            "form"),
        faceted(shown("unreconciled", "Filings that do not add up",
            "Schedules of current filings whose items do not add up to the filer's own summary, and why."),
            "schedule"));
  }

  private static List<Table> totals() {
    return List.of(
        sorted("contributions", total("committee_totals"), "year"),
        sorted("contributions", total("committee_spans")),
        sorted("cents", total("committee_by_type"), "label", "year"),
        sorted("cents", total("committee_by_origin"), "label", "year"),
        sorted("cents", total("committee_by_size"), "label", "year"),
        sorted("cents", total("spending_by_code"), "label", "year"),
        faceted(total("top_contributors"), "scope", "year"), faceted(total("top_payees"), "scope", "year"),
        sorted("cents", total("independent_spending"), "sup_opp", "year"),
        sorted("cents", total("independent_spending_by_target"), "target_kind", "sup_opp"),
        sorted("cents", total("independent_spending_by_election"), "election_date"),
        faceted(total("reconciliation"), "schedule"), total("summary_identities"));
  }

  private static List<Table> rows() {
    return List.of(
        sorted("report_date",
            shown("transactions", "All rows", "Every row of every version of every filing; is_current and "
                + "counts_in_totals say what it is worth, not_counted_reason why it does not count. raw_json is the row as "
                + "the source gave it, without addresses."),
            "kind", "form_type", "not_counted_reason"),
        sorted("filed_on",
            shown("filings", "Filings",
                "Every version of every report. superseded_by names the version that replaced it, "
                    + "contained_in the longer report that covers its period."),
            "form", "is_current"),
        faceted(shown("filers", "Filers",
            "Committees and candidates who file. filer_key is the agency's own id, else the state "
                + "id, else the name."),
            "committee_type").labelled("name"),
        shown("filer_names", "Names of filers", "Every name a filer has used."),
        shown("loans", "Loan balances", "The balances of each loan row, by tx_key; all versions."),
        shown("accrued_expenses", "Accrued expense balances",
            "Schedule F: the balances of each unpaid bill, by tx_key; all versions. Each report lists open bills again."),
        faceted(shown("summary_lines", "Summary lines",
            "What filers state as their totals, by form and line: this period (a), calendar year (b), election (c); all "
                + "versions."),
            "form_type"),
        faceted(shown("data_issues", "Data issues", "Flaws found in the data and what was done about them."), "code",
            "severity"),
        shown("totals_explained", "How totals are counted", "Which rows each total adds."),
        shown("site_metadata", "About this database", "Source, coverage, licence, units."),
        shown("sources", "Sources", "What was read, when it was fetched, and its SHA-256."),
        shown("agencies", "Agencies", "The offices that received these filings."),
        sorted("run_id",
            shown("etl_runs", "Publications", "When this database was made and what changed each time.")));
  }

  private static List<Table> schedules() {
    return List.of(
        schedule("monetary_contributions", "Monetary contributions (schedule A)", "Form 460 schedule A."),
        schedule("non_monetary_contributions", "Non-monetary contributions (schedule C)", "Form 460 schedule C."),
        schedule("misc_cash_increases", "Miscellaneous cash increases (schedule I)", "Form 460 schedule I."),
        schedule("payments_made", "Payments made (schedule E)", "Form 460 schedule E."),
        schedule("on_behalf_of_expenditures", "Payments by agents (schedule G)",
            "Form 460 schedule G: parts of payments on schedule E or F, never added."),
        schedule("expenditure_summaries", "Spending for or against others (schedule D)",
            "Form 460 schedule D: repeats payments of schedule E, never added."),
        schedule("received_loans", "Loans received (schedule B1)", "Form 460 schedule B, part 1."),
        schedule("loan_guarantors", "Loan guarantors (schedule B2)", "Form 460 schedule B, part 2."),
        schedule("loans_made", "Loans made (schedule H)", "Form 460 schedule H."),
        schedule("summaries", "Summaries (form 460)", "The summary pages of current filings, line by line."),
        schedule("contribution_reports_24_hours", "24-hour contribution reports (form 497)", "Form 497, both parts."),
        schedule("ie_reports_24_hours", "24-hour independent expenditure reports (form 496)", "Form 496."),
        schedule("ie_contributions", "Contributions for independent expenditures (form 496 part 3)",
            "Form 496 part 3: repeated on schedule A."),
        schedule("ie_expenditures", "Supplemental independent expenditures (form 465 part 3)",
            "Form 465 part 3: repeats schedule D, never added."),
        schedule("major_donor_ie_statements", "Major donors' payments (form 461 part 5)", "Form 461 part 5."));
  }

  private static List<Table> curated() {
    return List.of(
        shown("elections", "Elections", "From curated lists; empty without them."),
        shown("candidates", "Candidates", "From curated lists; empty without them."),
        shown("measures", "Measures", "From curated lists; empty without them."),
        shown("committee_roles", "Committees and their roles",
            "Which committee acts for which candidate or measure, and from when to when; from curated lists."),
        sorted("contributions", total("candidate_totals")), total("candidate_by_type"),
        total("candidate_by_origin"),
        total("candidate_spending_by_code"), total("candidate_independent"),
        sorted("contributions", total("measure_totals")), total("measure_by_type"), total("measure_by_origin"),
        total("measure_organizations"));
  }

  private static List<Table> codes() {
    return List.of(shown("form_codes", "Schedules and forms", "What form_type means."),
        shown("entity_codes", "Kinds of people and bodies", "What entity_cd means."),
        shown("expn_codes", "Purposes of payments", "What expn_code means."),
        shown("office_codes", "Offices", "What office_cd means."));
  }

  private static List<Table> hidden() {
    return List.of("transactions_fts", "transactions_fts_config", "transactions_fts_data", "transactions_fts_docsize",
        "transactions_fts_idx", "filers_fts", "filers_fts_config", "filers_fts_data", "filers_fts_docsize",
        "filers_fts_idx", "publications")
        .stream()
        .map(name -> new Table(name, name, "Kept for search and publishing.", List.of(), "", true))
        .toList();
  }

  private static Table shown(String name, String title, String description) {
    return new Table(name, title, description, List.of(), "", false);
  }

  private static Table total(String name) {
    var explanation = Explanations.of(name);
    return shown(name, explanation.title(), explanation.counts());
  }

  private static Table schedule(String name, String title, String description) {
    return sorted("report_date", shown(name, title, CURRENT + description));
  }

  private static Table sorted(String column, Table table, String... facets) {
    return new Table(table.name(), table.title(), table.description(), List.of(facets), column, false);
  }

  private static Table faceted(Table table, String... facets) {
    return sorted("", table, facets);
  }
}
