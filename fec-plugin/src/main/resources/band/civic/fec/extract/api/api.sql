-- What OpenFEC was asked, and how far: in work/bronze.db, so that a page and the cursor behind it are one commit.

CREATE TABLE IF NOT EXISTS api_state (
  kind TEXT NOT NULL, -- the list of OpenFEC, schedule_a
  scope_id TEXT NOT NULL, -- a committee, a state, or us
  cycle INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'complete', 'incomplete', 'left_to_bulk')),
  mode TEXT NOT NULL CHECK (mode IN ('full', 'since')), -- of the last walk
  since TEXT NOT NULL DEFAULT '', -- the load date, receipt date or image number that the walk begins at
  cursor TEXT NOT NULL DEFAULT '', -- what to send to get the next page; empty at the start and at the end
  watermark TEXT NOT NULL DEFAULT '', -- the highest load date of complete walks that is not in the future
  highest TEXT NOT NULL DEFAULT '', -- the same, of the walk that is open
  read_through TEXT NOT NULL DEFAULT '', -- the day on which the last complete walk began: what was loaded before is here
  full_due INTEGER NOT NULL DEFAULT 0, -- an amendment took the place of rows: the next walk is a full one
  pages INTEGER NOT NULL DEFAULT 0, -- of the last walk
  reason TEXT NOT NULL DEFAULT '',
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (kind, scope_id, cycle)
) WITHOUT ROWID;

-- The rows that an open walk saw.
CREATE TABLE IF NOT EXISTS api_walk_rows (
  kind TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, scope_id, cycle, id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS api_schedule_a_committee ON api_schedule_a (committee_id, cycle);
CREATE INDEX IF NOT EXISTS api_schedule_b_committee ON api_schedule_b (committee_id, cycle);
CREATE INDEX IF NOT EXISTS api_schedule_e_committee ON api_schedule_e (committee_id, cycle);
CREATE INDEX IF NOT EXISTS api_filings_committee
  ON api_entities (json_extract(body, '$.committee_id')) WHERE kind = 'filings';
