-- The tables that transform fills (silver.db) and load publishes (election_finance.db). Names and columns: netfile
-- specification 6.1. Money is integer cents with a generated decimal column for readers; dates are ISO text.

CREATE TABLE agencies (
  agency_id INTEGER PRIMARY KEY, -- NetFile's number; 0 is a real one
  shortcut TEXT NOT NULL, -- NetFile's short code
  name TEXT NOT NULL,
  kind TEXT NOT NULL, -- city, county or other
  subdomain TEXT NOT NULL, -- the site that publishes its filings
  note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE sources (
  source_id INTEGER PRIMARY KEY,
  run_id INTEGER, -- the publication that brought it
  adapter TEXT NOT NULL, -- workbook, connect2, sites_api, campaign_api or file
  origin TEXT NOT NULL CHECK (origin IN ('live', 'files', 'sample')),
  agency_id INTEGER REFERENCES agencies,
  url TEXT NOT NULL,
  year INTEGER,
  fetched_at TEXT NOT NULL, -- UTC
  sha256 TEXT NOT NULL, -- of the raw answer
  bytes INTEGER NOT NULL, -- of the raw answer
  rows INTEGER NOT NULL, -- read from it
  status TEXT NOT NULL
);

CREATE TABLE filers (
  filer_key TEXT PRIMARY KEY, -- agency, and there the filer's local id, else its state id, else its name
  agency_id INTEGER REFERENCES agencies,
  filer_local_id TEXT, -- the agency's id
  fppc_id TEXT, -- the state id, when it is one
  fppc_id_as_filed TEXT, -- what the filer wrote in its place
  name TEXT NOT NULL,
  committee_type TEXT, -- CTL controlled, RCP recipient, BMC measure, MDI major donor, SMO slate mailer
  first_period TEXT CHECK (first_period IS date(first_period)), -- first day of its reports
  last_period TEXT CHECK (last_period IS date(last_period)), -- last day of its reports
  is_active INTEGER NOT NULL DEFAULT 0 CHECK (is_active IN (0, 1))
);

CREATE TABLE filer_names (
  filer_key TEXT NOT NULL REFERENCES filers,
  name TEXT NOT NULL,
  first_seen TEXT, -- first report under this name
  last_seen TEXT, -- last report under this name
  PRIMARY KEY (filer_key, name)
);

CREATE TABLE filings (
  filing_key TEXT PRIMARY KEY,
  filer_key TEXT NOT NULL REFERENCES filers,
  agency_id INTEGER REFERENCES agencies,
  filing_id TEXT, -- the source's number, when it has one
  form TEXT NOT NULL, -- F460, F461, F465, F496, F497, …
  report_num INTEGER NOT NULL, -- 0 original, n the n-th amendment
  late_report_id TEXT, -- number of a 24-hour report, shared by its versions
  filed_on TEXT CHECK (filed_on IS date(filed_on)),
  period_start TEXT CHECK (period_start IS date(period_start)),
  period_end TEXT CHECK (period_end IS date(period_end)),
  election_date TEXT CHECK (election_date IS date(election_date)), -- on the cover
  office_cd TEXT, -- on the cover
  office_dscr TEXT, -- on the cover
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)), -- 1 when no later version replaced it
  superseded_by TEXT REFERENCES filings DEFERRABLE INITIALLY DEFERRED, -- the version that counts in its place
  contained_in TEXT REFERENCES filings DEFERRABLE INITIALLY DEFERRED, -- the longer report that covers its period
  has_rows INTEGER NOT NULL CHECK (has_rows IN (0, 1)), -- 0 when only an image is known (paper)
  pdf_url TEXT, -- its image at the source
  source_id INTEGER NOT NULL REFERENCES sources
);

CREATE TABLE transactions (
  tx_key TEXT PRIMARY KEY, -- the same for the same row in every run
  filing_key TEXT NOT NULL REFERENCES filings,
  filer_key TEXT NOT NULL REFERENCES filers,
  form_type TEXT NOT NULL, -- schedule or form part
  rec_type TEXT, -- record type as filed: RCPT, EXPN, LOAN, DEBT, S496, S497
  tran_id TEXT, -- the filer's own number; unique inside a filing only
  -- what the row is
  kind TEXT NOT NULL CHECK (kind IN ('contribution', 'loan', 'expenditure', 'accrued', 'sub_payment', 'independent',
    'misc_receipt', 'late_contribution', 'late_payment', 'summary_of_support')),
  tx_date TEXT CHECK (tx_date IS date(tx_date)),
  tx_date_end TEXT CHECK (tx_date_end IS date(tx_date_end)), -- end of a range
  -- 1 when the row has no date and its period's end stands in
  date_is_derived INTEGER NOT NULL DEFAULT 0 CHECK (date_is_derived IN (0, 1)),
  amount_cents INTEGER, -- may be negative (returns) or zero; empty when unknown
  amount REAL AS (amount_cents / 100.0),
  cumulative_cents INTEGER, -- as filed for the calendar year; never to be added
  counterparty TEXT, -- contributor, payee, lender or recipient
  counterparty_last TEXT,
  counterparty_first TEXT,
  entity_cd TEXT, -- what kind of person or body the counterparty is
  city TEXT,
  state TEXT,
  zip5 TEXT, -- first five digits
  employer TEXT,
  occupation TEXT,
  self_employed INTEGER CHECK (self_employed IN (0, 1)), -- 1 yes, 0 no
  tran_type TEXT, -- F forgiven, I intermediary, R returned, T third party, X transfer
  description TEXT, -- goods, services or purpose
  expn_code TEXT, -- what a payment was for; on schedule D MON, IKD or IND
  counterparty_id TEXT, -- the counterparty's committee id
  intermediary TEXT, -- who passed the money on
  candidate TEXT, -- supported or opposed, as filed
  office_cd TEXT, -- the candidate's
  juris_cd TEXT, -- CIT city, CTY county, …
  district TEXT,
  measure_name TEXT,
  measure_num TEXT,
  sup_opp TEXT, -- S supports, O opposes
  memo INTEGER NOT NULL DEFAULT 0 CHECK (memo IN (0, 1)), -- 1 when the filer marked it as information only
  back_ref TEXT, -- tran_id of the row it belongs to
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)), -- 1 in the version of the filing that counts
  is_stub INTEGER NOT NULL DEFAULT 0 CHECK (is_stub IN (0, 1)), -- 1 when the source exported neither date nor amount
  counts_in_totals INTEGER NOT NULL CHECK (counts_in_totals IN (0, 1)), -- 1 when its amount is added
  -- why its amount is not added; empty when it is
  not_counted_reason TEXT CHECK (not_counted_reason IN ('superseded', 'late_repeated', 'schedule_g', 'schedule_d',
    'f497p2_mirror', 'f465p3_repeated', 'contained_period', 'duplicate', 'stub', 'memo', 'no_amount', 'not_totalled')),
  duplicate_of TEXT REFERENCES transactions DEFERRABLE INITIALLY DEFERRED, -- the same item in a report filed later
  -- where the counterparty is, seen from the site's city
  origin TEXT NOT NULL CHECK (origin IN ('within', 'in_state', 'out_of_state', 'unknown')),
  size_band TEXT, -- of the single amount, in dollars
  source_id INTEGER NOT NULL REFERENCES sources,
  source_line INTEGER NOT NULL, -- row in the source
  raw_json TEXT NOT NULL, -- the row as the source gave it, without street, phone and e-mail
  CHECK ((counts_in_totals = 1) = (not_counted_reason IS NULL)),
  CHECK (counts_in_totals = 0 OR is_current = 1)
);

CREATE TABLE loans (
  tx_key TEXT PRIMARY KEY REFERENCES transactions,
  begin_cents INTEGER, -- balance at the start of the period
  received_cents INTEGER,
  paid_cents INTEGER,
  forgiven_cents INTEGER,
  close_cents INTEGER, -- balance at its end
  original_cents INTEGER,
  rate TEXT, -- interest, as filed
  incurred_on TEXT CHECK (incurred_on IS date(incurred_on)),
  due_on TEXT CHECK (due_on IS date(due_on))
);

CREATE TABLE accrued_expenses (
  tx_key TEXT PRIMARY KEY REFERENCES transactions,
  begin_cents INTEGER, -- balance at the start of the period
  incurred_cents INTEGER,
  paid_cents INTEGER,
  end_cents INTEGER
);

CREATE TABLE summary_lines (
  filing_key TEXT NOT NULL REFERENCES filings,
  form_type TEXT NOT NULL, -- the form or the schedule
  line_item TEXT NOT NULL, -- number of the line
  amount_a_cents INTEGER, -- this period
  amount_a REAL AS (amount_a_cents / 100.0),
  amount_b_cents INTEGER, -- calendar year
  amount_b REAL AS (amount_b_cents / 100.0),
  amount_c_cents INTEGER, -- per election
  amount_c REAL AS (amount_c_cents / 100.0),
  PRIMARY KEY (filing_key, form_type, line_item)
);

CREATE TABLE data_issues (
  issue_id INTEGER PRIMARY KEY,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  code TEXT NOT NULL,
  filing_key TEXT REFERENCES filings,
  tx_key TEXT REFERENCES transactions,
  detail TEXT NOT NULL
);

-- How the rows were made, for whoever publishes them: `compat` is '', 'odca-2020' or 'odca-head'.
CREATE TABLE transform_settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- From curated CSV files (`--curated`); empty without them. Independent spending counts for an election from `starts_on`
-- to `ends_on`; `aliases` and `names` are JSON arrays of other spellings, as filed.
CREATE TABLE elections (
  election_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  location TEXT NOT NULL,
  election_date TEXT CHECK (election_date IS date(election_date)),
  starts_on TEXT CHECK (starts_on IS date(starts_on)),
  ends_on TEXT CHECK (ends_on IS date(ends_on))
);

CREATE TABLE candidates (
  candidate_id INTEGER PRIMARY KEY,
  election_id INTEGER NOT NULL REFERENCES elections,
  office TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_type(aliases) = 'array'),
  fppc_id TEXT,
  committee_name TEXT,
  is_incumbent INTEGER CHECK (is_incumbent IN (0, 1)),
  is_winner INTEGER CHECK (is_winner IN (0, 1)),
  accepted_ceiling INTEGER CHECK (accepted_ceiling IN (0, 1))
);

CREATE TABLE measures (
  measure_id INTEGER PRIMARY KEY,
  election_id INTEGER NOT NULL REFERENCES elections,
  measure_num TEXT,
  title TEXT NOT NULL,
  names TEXT NOT NULL DEFAULT '[]' CHECK (json_type(names) = 'array')
);

-- Which committee acts for which candidate (the controlled committee) or for or against which measure, and from when
-- to when its money counts. `filer_key` is empty when nothing was filed under the id.
CREATE TABLE committee_roles (
  role_id INTEGER PRIMARY KEY,
  fppc_id TEXT NOT NULL,
  filer_key TEXT REFERENCES filers,
  candidate_id INTEGER REFERENCES candidates,
  measure_id INTEGER REFERENCES measures,
  sup_opp TEXT CHECK (sup_opp IN ('S', 'O')),
  starts_on TEXT CHECK (starts_on IS date(starts_on)),
  ends_on TEXT CHECK (ends_on IS date(ends_on)),
  CHECK ((candidate_id IS NULL) <> (measure_id IS NULL))
);
