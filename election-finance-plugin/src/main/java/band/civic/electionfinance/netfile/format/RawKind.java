package band.civic.electionfinance.netfile.format;

/// The formats in which NetFile's data reach us. Stored with every raw page.
public enum RawKind {
  /// A yearly workbook of 16 sheets.
  WORKBOOK_XLSX,
  /// The same, in a ZIP.
  WORKBOOK_ZIP,
  /// One sheet of a workbook as CSV, named after the sheet: `A-Contributions.csv`.
  SHEET_CSV,
  /// Connect2 `cal201/transaction/*`.
  CONNECT2_TRANSACTIONS_JSON, CONNECT2_TRANSACTIONS_CSV,
  /// Connect2 `cal201/summary/*`.
  CONNECT2_SUMMARY_JSON, CONNECT2_SUMMARY_CSV,
  /// Connect2 `list/filer`, `list/filing`, `filing/info`.
  CONNECT2_FILERS, CONNECT2_FILINGS, CONNECT2_FILING_INFO,
  /// A CAL 2.01 e-file.
  CAL_EFILE,
  /// The 2026 site API.
  SITES_FILINGS, SITES_TRANSACTIONS,
  /// Campaign API v101, private fields already removed.
  CAMPAIGN_FILERS, CAMPAIGN_FILINGS, CAMPAIGN_TRANSACTIONS
}
