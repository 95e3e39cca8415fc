-- Totals are tables, not views, so that a page of them costs nothing. What each counts: table totals_explained.

CREATE TABLE committee_totals (
  filer_key TEXT NOT NULL REFERENCES filers,
  year INTEGER NOT NULL, -- of the period's end for summary money, of the item's date for items; 0 when neither is known
  contributions_cents INTEGER, -- summary line 5, and late contributions that no summary covers yet
  contributions REAL AS (contributions_cents / 100.0),
  itemized_cents INTEGER, -- items of schedules A and C
  itemized REAL AS (itemized_cents / 100.0),
  unitemized_cents INTEGER, -- line 2 of the summaries of schedules A and C
  unitemized REAL AS (unitemized_cents / 100.0),
  small_cents INTEGER, -- items under $100 and what was not itemized
  small REAL AS (small_cents / 100.0),
  loans_cents INTEGER, -- summary line 2: loans received less loans repaid, may be negative
  loans REAL AS (loans_cents / 100.0),
  expenditures_cents INTEGER, -- summary line 11; for major donors (form 461) their line 3
  expenditures REAL AS (expenditures_cents / 100.0),
  accrued_cents INTEGER, -- summary line 9: bills received less bills paid
  accrued REAL AS (accrued_cents / 100.0),
  cash_end_cents INTEGER, -- summary line 16 of the year's last period
  cash_end REAL AS (cash_end_cents / 100.0),
  debts_cents INTEGER, -- summary line 19 of the year's last period
  debts REAL AS (debts_cents / 100.0),
  late_contributions_cents INTEGER NOT NULL, -- form 497 part 1, only what no summary covers yet
  late_contributions REAL AS (late_contributions_cents / 100.0),
  late_payments_cents INTEGER NOT NULL, -- form 497 part 2, only what no summary covers yet; not in expenditures
  late_payments REAL AS (late_payments_cents / 100.0),
  n_contributions INTEGER NOT NULL, -- items of schedules A and C
  n_contributors INTEGER NOT NULL, -- different names among them
  PRIMARY KEY (filer_key, year)
);

CREATE TABLE committee_spans (
  filer_key TEXT PRIMARY KEY REFERENCES filers,
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL,
  contributions_cents INTEGER, -- as in committee_totals, over all years
  contributions REAL AS (contributions_cents / 100.0),
  itemized_cents INTEGER,
  itemized REAL AS (itemized_cents / 100.0),
  unitemized_cents INTEGER,
  unitemized REAL AS (unitemized_cents / 100.0),
  small_cents INTEGER,
  small REAL AS (small_cents / 100.0),
  loans_cents INTEGER,
  loans REAL AS (loans_cents / 100.0),
  expenditures_cents INTEGER,
  expenditures REAL AS (expenditures_cents / 100.0),
  accrued_cents INTEGER,
  accrued REAL AS (accrued_cents / 100.0),
  cash_end_cents INTEGER, -- of the last period
  cash_end REAL AS (cash_end_cents / 100.0),
  debts_cents INTEGER, -- of the last period
  debts REAL AS (debts_cents / 100.0),
  late_contributions_cents INTEGER NOT NULL,
  late_contributions REAL AS (late_contributions_cents / 100.0),
  late_payments_cents INTEGER NOT NULL,
  late_payments REAL AS (late_payments_cents / 100.0),
  n_contributions INTEGER NOT NULL,
  n_contributors INTEGER NOT NULL -- different names over all years: not the sum of the years
);

CREATE TABLE committee_by_type (
  filer_key TEXT NOT NULL REFERENCES filers,
  year INTEGER NOT NULL,
  label TEXT NOT NULL, -- kind of contributor, or Unitemized
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER, -- items; empty for unitemized money
  PRIMARY KEY (filer_key, year, label)
);

CREATE TABLE committee_by_origin (
  filer_key TEXT NOT NULL REFERENCES filers,
  year INTEGER NOT NULL,
  label TEXT NOT NULL, -- where the contributor is
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (filer_key, year, label)
);

CREATE TABLE committee_by_size (
  filer_key TEXT NOT NULL REFERENCES filers,
  year INTEGER NOT NULL,
  label TEXT NOT NULL, -- size band of the single contribution in dollars, or Unitemized
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER, -- items; empty for unitemized money
  PRIMARY KEY (filer_key, year, label)
);

CREATE TABLE spending_by_code (
  filer_key TEXT NOT NULL REFERENCES filers,
  year INTEGER NOT NULL,
  label TEXT NOT NULL, -- what the payment was for
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (filer_key, year, label)
);

CREATE TABLE top_contributors (
  scope TEXT NOT NULL CHECK (scope IN ('committee', 'all')),
  filer_key TEXT REFERENCES filers, -- empty in scope all
  year INTEGER NOT NULL,
  rank INTEGER NOT NULL, -- 1 gave most
  name TEXT NOT NULL, -- as written most often; spellings that differ in case or outer blanks are one name
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (scope, filer_key, year, rank)
);

CREATE TABLE top_payees (
  scope TEXT NOT NULL CHECK (scope IN ('committee', 'all')),
  filer_key TEXT REFERENCES filers, -- empty in scope all
  year INTEGER NOT NULL,
  rank INTEGER NOT NULL, -- 1 was paid most
  name TEXT NOT NULL,
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  PRIMARY KEY (scope, filer_key, year, rank)
);

CREATE TABLE independent_spending (
  filer_key TEXT NOT NULL REFERENCES filers, -- who spent
  year INTEGER NOT NULL,
  target TEXT NOT NULL, -- the candidate or measure, as filed
  sup_opp TEXT NOT NULL, -- S for, O against, empty when not said
  target_kind TEXT NOT NULL CHECK (target_kind IN ('candidate', 'measure', 'not stated')),
  office_cd TEXT REFERENCES office_codes, -- the candidate's office, when all items agree
  election_date TEXT, -- as in independent_spending_by_election, when all agree
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  PRIMARY KEY (filer_key, year, target, sup_opp)
);

CREATE TABLE independent_spending_by_target (
  target_kind TEXT NOT NULL CHECK (target_kind IN ('candidate', 'measure', 'not stated')),
  target TEXT NOT NULL, -- as filed; spellings that differ in case or outer blanks are one target
  office_cd TEXT REFERENCES office_codes,
  election_date TEXT,
  sup_opp TEXT NOT NULL,
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL,
  n_filers INTEGER NOT NULL, -- how many spent
  first_date TEXT,
  last_date TEXT
);

CREATE TABLE independent_spending_by_election (
  election_date TEXT NOT NULL,
  filer_key TEXT NOT NULL REFERENCES filers, -- who spent
  target_kind TEXT NOT NULL CHECK (target_kind IN ('candidate', 'measure', 'not stated')),
  target TEXT NOT NULL, -- as filed; spellings that differ in case or outer blanks are one target
  sup_opp TEXT NOT NULL, -- S for, O against, empty when not said
  tx_date TEXT,
  on_cover INTEGER NOT NULL, -- 1 the filing's cover names the election; 0 only the form 496 that it replaces does
  cents INTEGER NOT NULL,
  amount REAL AS (cents / 100.0),
  n INTEGER NOT NULL
);

CREATE TABLE reconciliation (
  filing_key TEXT NOT NULL REFERENCES filings,
  schedule TEXT NOT NULL REFERENCES form_codes,
  summary_cents INTEGER NOT NULL, -- line 1 of the schedule's summary: what the filer says was itemized
  itemized_cents INTEGER NOT NULL, -- sum of the schedule's items in that filing
  diff_cents INTEGER NOT NULL, -- summary less items
  diff REAL AS (diff_cents / 100.0),
  explanation TEXT NOT NULL, -- empty when there is nothing to explain
  PRIMARY KEY (filing_key, schedule)
);

CREATE TABLE summary_identities (
  filing_key TEXT NOT NULL REFERENCES filings,
  identity TEXT NOT NULL, -- an equation between summary lines that holds in a sound filing
  left_cents INTEGER NOT NULL,
  right_cents INTEGER NOT NULL,
  diff_cents INTEGER NOT NULL, -- left less right; 0 when the equation holds
  PRIMARY KEY (filing_key, identity)
);

CREATE TABLE totals_explained (
  name TEXT PRIMARY KEY, -- table or table.column
  title TEXT NOT NULL,
  counts TEXT NOT NULL -- which rows or summary lines it counts
);

CREATE TABLE site_metadata (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE etl_runs (
  run_id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  program_version TEXT NOT NULL,
  compat_mode TEXT NOT NULL,
  rows_in INTEGER NOT NULL, -- rows of transactions in all versions of all filings
  rows_current INTEGER NOT NULL,
  rows_added INTEGER NOT NULL, -- compared with what was published before
  rows_removed INTEGER NOT NULL,
  status TEXT NOT NULL,
  message TEXT NOT NULL
);
