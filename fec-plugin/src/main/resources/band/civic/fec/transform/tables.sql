CREATE TABLE sources (
  source_id INTEGER PRIMARY KEY, -- the ingest that read it
  kind TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_at TEXT NOT NULL,
  lines INTEGER NOT NULL, -- lines that were read
  rejected INTEGER NOT NULL, -- lines in quarantine
  duplicates INTEGER NOT NULL,
  is_current INTEGER NOT NULL -- whether the live rows are of this release
);

CREATE TABLE transaction_types (
  code TEXT PRIMARY KEY,
  counts_as TEXT NOT NULL,
  description TEXT NOT NULL
);

-- Money from persons (indiv), and rows that only OpenFEC has yet.
CREATE TABLE contributions (
  sub_id INTEGER PRIMARY KEY,
  cycle INTEGER NOT NULL,
  committee_id TEXT,
  contributor_name TEXT,
  city TEXT,
  state TEXT,
  zip5 TEXT,
  employer TEXT,
  occupation TEXT,
  entity_type TEXT,
  contributed_on TEXT,
  date_flag TEXT, -- none, unreadable, future, ancient, padded; NULL when there is nothing to say
  amount_cents INTEGER,
  transaction_type TEXT,
  counts_as TEXT NOT NULL, -- the total that adds it; memo for a row that no total adds
  memo INTEGER NOT NULL,
  memo_text TEXT,
  amendment TEXT, -- N new, A amendment, T termination: of the report, and no reason to leave a row out
  report_type TEXT,
  election TEXT,
  other_id TEXT,
  transaction_id TEXT,
  file_number INTEGER,
  image_number TEXT,
  loaded_on TEXT, -- when the FEC loaded the row
  cents_from TEXT NOT NULL, -- bulk or api: who said the amount
  source_id INTEGER REFERENCES sources, -- the bulk file, NULL for a row that only OpenFEC has
  source_line INTEGER,
  api_page_id INTEGER -- the page of OpenFEC, where it said the row too
);

-- Money between committees (oth), with the candidate where one is named (pas2). A row of both files stands here once.
CREATE TABLE committee_transactions (
  sub_id INTEGER PRIMARY KEY,
  cycle INTEGER NOT NULL,
  committee_id TEXT,
  name TEXT,
  city TEXT,
  state TEXT,
  zip5 TEXT,
  entity_type TEXT,
  transaction_on TEXT,
  amount_cents INTEGER,
  transaction_type TEXT,
  counts_as TEXT NOT NULL,
  memo INTEGER NOT NULL,
  memo_text TEXT,
  amendment TEXT,
  report_type TEXT,
  election TEXT,
  other_id TEXT,
  candidate_id TEXT,
  transaction_id TEXT,
  file_number INTEGER,
  image_number TEXT,
  source_id INTEGER REFERENCES sources,
  source_line INTEGER
);

CREATE TABLE operating_expenditures (
  sub_id INTEGER PRIMARY KEY,
  cycle INTEGER NOT NULL,
  committee_id TEXT,
  payee TEXT,
  city TEXT,
  state TEXT,
  zip5 TEXT,
  entity_type TEXT,
  spent_on TEXT,
  amount_cents INTEGER,
  counts_as TEXT NOT NULL,
  memo INTEGER NOT NULL,
  memo_text TEXT,
  purpose TEXT,
  category TEXT,
  amendment TEXT,
  report_type TEXT,
  election TEXT,
  transaction_id TEXT,
  file_number INTEGER,
  image_number TEXT,
  source_id INTEGER REFERENCES sources,
  source_line INTEGER
);

CREATE TABLE committees (
  committee_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  name TEXT,
  type TEXT,
  designation TEXT,
  party TEXT,
  filing_frequency TEXT,
  organization_type TEXT,
  connected_organization TEXT,
  treasurer TEXT,
  city TEXT,
  state TEXT,
  candidate_id TEXT,
  source_id INTEGER REFERENCES sources,
  source_line INTEGER,
  PRIMARY KEY (committee_id, cycle)
) WITHOUT ROWID;

CREATE TABLE candidates (
  candidate_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  name TEXT,
  party TEXT,
  office TEXT,
  state TEXT,
  district TEXT,
  election_year INTEGER,
  incumbent_challenge TEXT,
  status TEXT,
  principal_committee_id TEXT,
  source_id INTEGER REFERENCES sources,
  source_line INTEGER,
  PRIMARY KEY (candidate_id, cycle)
) WITHOUT ROWID;

-- Which committee works for which candidate, and who says so.
CREATE TABLE committee_candidates (
  committee_id TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  designation TEXT,
  said_by TEXT NOT NULL, -- cm, ccl, api
  PRIMARY KEY (committee_id, candidate_id, cycle, said_by)
) WITHOUT ROWID;

-- The committees' own totals (webk): they hold money that was not itemised, too.
CREATE TABLE committee_summaries (
  committee_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  coverage_end_on TEXT,
  receipts_cents INTEGER,
  individual_cents INTEGER,
  committee_in_cents INTEGER,
  transfer_in_cents INTEGER,
  transfer_out_cents INTEGER,
  refund_cents INTEGER,
  contribution_out_cents INTEGER,
  independent_cents INTEGER,
  coordinated_cents INTEGER,
  disbursements_cents INTEGER,
  cash_cents INTEGER,
  debts_cents INTEGER,
  source_id INTEGER REFERENCES sources,
  source_line INTEGER,
  PRIMARY KEY (committee_id, cycle)
) WITHOUT ROWID;

-- The candidates' own totals (weball): all committees of a candidate together.
CREATE TABLE candidate_summaries (
  candidate_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  coverage_end_on TEXT,
  receipts_cents INTEGER, -- without what moves between the candidate's own committees
  individual_cents INTEGER,
  committee_in_cents INTEGER,
  party_in_cents INTEGER,
  disbursements_cents INTEGER, -- likewise
  cash_cents INTEGER,
  debts_cents INTEGER,
  source_id INTEGER REFERENCES sources,
  source_line INTEGER,
  PRIMARY KEY (candidate_id, cycle)
) WITHOUT ROWID;
