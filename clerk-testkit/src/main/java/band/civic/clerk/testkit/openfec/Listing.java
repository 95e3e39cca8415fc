package band.civic.clerk.testkit.openfec;

import java.util.List;

/// A table that the fake server lists, and how OpenFEC pages, sorts and filters it.
public enum Listing {
  /// `/committees/`, and the details of one.
  COMMITTEES("committees", false, "committee_id", "name",
      "committee_id committee_type committee_type_full cycles designated_agent_name designation designation_full "
          + "first_f1_date first_file_date name organization_type organization_type_full party state treasurer_name "
          + "receipts",
      "committee_id cycle state party committee_type designation organization_type filing_frequency min_first_file_date "
          + "max_first_file_date min_last_file_date max_last_file_date min_last_f1_date max_last_f1_date"),
  /// `/candidates/`, and the details of one.
  CANDIDATES("candidates", false, "candidate_id", "name", "candidate_id name office state district party load_date",
      "candidate_id cycle state office district party candidate_status min_first_file_date max_first_file_date"),
  /// `/filings/`
  FILINGS("filings", false, "sub_id", "-receipt_date", "receipt_date committee_id file_number",
      "committee_id cycle report_year form_type report_type file_number most_recent is_amended amendment_indicator "
          + "min_receipt_date max_receipt_date state"),
  /// `/efile/filings/`
  EFILE_FILINGS("efilings", false, "file_number", "-receipt_date", "receipt_date file_number",
      "committee_id file_number form_type min_receipt_date max_receipt_date"),
  /// `/schedules/schedule_a/`
  SCHEDULE_A("schedule_a", true, "sub_id", "-contribution_receipt_date",
      "contribution_receipt_date contribution_receipt_amount",
      "committee_id contributor_id contributor_name contributor_city contributor_state contributor_zip image_number "
          + "two_year_transaction_period is_individual min_load_date max_load_date min_date max_date min_amount "
          + "max_amount min_image_number max_image_number"),
  /// `/schedules/schedule_b/`
  SCHEDULE_B("schedule_b", true, "sub_id", "-disbursement_date", "disbursement_date disbursement_amount",
      "committee_id recipient_name recipient_city recipient_state image_number two_year_transaction_period min_date "
          + "max_date min_amount max_amount min_image_number max_image_number"),
  /// `/schedules/schedule_e/`
  SCHEDULE_E("schedule_e", true, "sub_id", "-expenditure_date",
      "expenditure_date expenditure_amount office_total_ytd support_oppose_indicator",
      "committee_id candidate_id cycle filing_form is_notice most_recent support_oppose_indicator min_date max_date "
          + "min_amount max_amount min_filing_date max_filing_date min_image_number max_image_number"),
  /// `/schedules/schedule_a/efile/`
  SCHEDULE_A_EFILE("schedule_a-efile", false, "transaction_id", "-contribution_receipt_date",
      "contribution_receipt_date contribution_receipt_amount",
      "committee_id contributor_name image_number min_date max_date min_amount max_amount"),
  /// `/schedules/schedule_b/efile/`
  SCHEDULE_B_EFILE("schedule_b-efile", false, "transaction_id", "-disbursement_date",
      "disbursement_date disbursement_amount", "committee_id image_number min_date max_date min_amount max_amount"),
  /// `/schedules/schedule_e/efile/`
  SCHEDULE_E_EFILE("schedule_e-efile", false, "transaction_id", "-expenditure_date",
      "expenditure_date expenditure_amount",
      "committee_id candidate_id is_notice most_recent min_expenditure_date max_expenditure_date min_filed_date "
          + "max_filed_date"),
  /// `/committee/{id}/totals/` and `/totals/{type}/`
  TOTALS("totals", false, "committee_id", "-cycle", "cycle committee_id receipts disbursements", "committee_id cycle"),
  /// `/schedules/schedule_a/by_size/`
  BY_SIZE("by_size", false, "committee_id", "committee_id", "committee_id cycle size total", "committee_id cycle size"),
  /// `/elections/`
  ELECTIONS("elections", false, "candidate_id", "-total_receipts", "total_receipts candidate_id candidate_name",
      "cycle office state district"),
  /// `/elections/search/`
  ELECTION_SEARCH("elections-search", false, "district", "district", "sort_order district state office cycle",
      "cycle office state district");

  private final String shape;
  private final boolean seek;
  private final String id;
  private final String defaultSort;
  private final String sorts;
  private final String filters;

  Listing(String shape, boolean seek, String id, String defaultSort, String sorts, String filters) {
    this.shape = shape;
    this.seek = seek;
    this.id = id;
    this.defaultSort = defaultSort;
    this.sorts = sorts;
    this.filters = " " + filters + " ";
  }

  /// The name of its fields in `shapes.txt`.
  String shape() {
    return shape;
  }

  /// Whether it is paged by `last_indexes`, not by page numbers.
  boolean isSeek() {
    return seek;
  }

  String id() {
    return id;
  }

  String defaultSort() {
    return defaultSort;
  }

  List<String> sorts() {
    return List.of(sorts.split(" "));
  }

  /// Whether the parameter filters; all others are ignored without a word, as OpenFEC does.
  boolean filtersBy(String parameter) {
    return filters.contains(" " + parameter + " ");
  }

  boolean isSchedule() {
    return seek;
  }

  /// The column that `min_date` and the default sort speak of.
  String dateColumn() {
    return defaultSort.startsWith("-") ? defaultSort.substring(1) : defaultSort;
  }

  /// The column that `min_amount` speaks of.
  String amountColumn() {
    return dateColumn().replace("_date", "_amount");
  }
}
