-- work/bronze.db: every ingest, and what OpenFEC said. Rows of bulk files stand in work/bronze/{kind}-{cycle}.db, a file
-- each, so that a first release is written at once and a later one is compared within one transaction.

-- One ingest of a file or of a window of the API. The figures of a bulk file stand in its own database as well, in the
-- transaction that changed it; a row still 'running' belongs to a process that died.
CREATE TABLE IF NOT EXISTS ingests (
  ingest_id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  command TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('bulk', 'api', 'sample')),
  kind TEXT NOT NULL, -- indiv, pas2, …; schedule_a, committees, …
  cycle INTEGER,
  origin TEXT NOT NULL, -- file and member, or the address without its key
  window_from TEXT,
  window_to TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'complete', 'unchanged', 'incomplete', 'refused', 'abandoned')),
  reason TEXT NOT NULL DEFAULT '',
  bytes INTEGER,
  modified_at TEXT,
  sha256 TEXT,
  read INTEGER NOT NULL DEFAULT 0,
  new INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  retired INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  conflicts INTEGER NOT NULL DEFAULT 0,
  cents INTEGER NOT NULL DEFAULT 0,
  checksum TEXT NOT NULL DEFAULT '',
  started_at TEXT NOT NULL,
  ended_at TEXT
);

-- A page that OpenFEC answered.
CREATE TABLE IF NOT EXISTS api_pages (
  page_id INTEGER PRIMARY KEY,
  ingest_id INTEGER NOT NULL REFERENCES ingests,
  url TEXT NOT NULL, -- without the key
  fetched_at TEXT NOT NULL,
  rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL
);

-- Itemised rows of OpenFEC, with cents and the fields that bulk files lack. A bulk file never writes here: what both say
-- of a row is put together afterwards.
CREATE TABLE IF NOT EXISTS api_schedule_a (
  sub_id INTEGER PRIMARY KEY,
  committee_id TEXT,
  cycle INTEGER,
  amount_cents INTEGER,
  load_date TEXT,
  body TEXT NOT NULL, -- the row as JSON, without the nested committees that each row repeats
  row_hash INTEGER NOT NULL,
  page_id INTEGER NOT NULL REFERENCES api_pages,
  first_run INTEGER NOT NULL REFERENCES ingests,
  last_run INTEGER NOT NULL REFERENCES ingests,
  retired_run INTEGER REFERENCES ingests
);

CREATE TABLE IF NOT EXISTS api_schedule_b (
  sub_id INTEGER PRIMARY KEY,
  committee_id TEXT,
  cycle INTEGER,
  amount_cents INTEGER,
  load_date TEXT,
  body TEXT NOT NULL,
  row_hash INTEGER NOT NULL,
  page_id INTEGER NOT NULL REFERENCES api_pages,
  first_run INTEGER NOT NULL REFERENCES ingests,
  last_run INTEGER NOT NULL REFERENCES ingests,
  retired_run INTEGER REFERENCES ingests
);

CREATE TABLE IF NOT EXISTS api_schedule_e (
  sub_id INTEGER PRIMARY KEY,
  committee_id TEXT,
  cycle INTEGER,
  amount_cents INTEGER,
  load_date TEXT,
  body TEXT NOT NULL,
  row_hash INTEGER NOT NULL,
  page_id INTEGER NOT NULL REFERENCES api_pages,
  first_run INTEGER NOT NULL REFERENCES ingests,
  last_run INTEGER NOT NULL REFERENCES ingests,
  retired_run INTEGER REFERENCES ingests
);

-- Whatever else OpenFEC lists: committees, candidates, filings, totals, elections, efile rows.
CREATE TABLE IF NOT EXISTS api_entities (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  cycle INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  row_hash INTEGER NOT NULL,
  page_id INTEGER NOT NULL REFERENCES api_pages,
  first_run INTEGER NOT NULL REFERENCES ingests,
  last_run INTEGER NOT NULL REFERENCES ingests,
  retired_run INTEGER REFERENCES ingests,
  PRIMARY KEY (kind, id, cycle)
);

-- What a row of OpenFEC was before it changed.
CREATE TABLE IF NOT EXISTS api_history (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  amount_cents INTEGER,
  body TEXT NOT NULL,
  page_id INTEGER NOT NULL,
  first_run INTEGER NOT NULL,
  ended_run INTEGER NOT NULL REFERENCES ingests
);
CREATE INDEX IF NOT EXISTS api_history_row ON api_history (kind, id);

-- Rows of which OpenFEC and a bulk file say amounts that differ by more than cut-off cents.
CREATE TABLE IF NOT EXISTS conflicts (
  kind TEXT NOT NULL,
  sub_id INTEGER NOT NULL,
  api_cents INTEGER,
  bulk_cents INTEGER,
  winner TEXT NOT NULL CHECK (winner IN ('api', 'bulk')),
  ingest_id INTEGER NOT NULL REFERENCES ingests,
  PRIMARY KEY (kind, sub_id, ingest_id)
);

-- Each look at a bulk file of the FEC: whether it was downloaded, and by which marks its next version is told.
CREATE TABLE IF NOT EXISTS downloads (
  download_id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  url TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('downloaded', 'unchanged', 'missing')),
  bytes INTEGER NOT NULL,
  received INTEGER NOT NULL, -- bytes that came over the wire
  sha256 TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  at TEXT NOT NULL
);

-- The last look at each file, under the name that other programs know.
CREATE VIEW IF NOT EXISTS fec_source_file AS
  SELECT kind, cycle, url, bytes, sha256, etag, last_modified, status, at FROM downloads
  WHERE download_id IN (SELECT max(download_id) FROM downloads GROUP BY kind, cycle);
