-- bronze.db: what the source said. A page row and the cursor after it are one commit; its file was fsynced before.

CREATE TABLE IF NOT EXISTS units (
  unit_id INTEGER PRIMARY KEY,
  unit_key TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('LIVE', 'FILES', 'SAMPLE')),
  adapter TEXT NOT NULL,
  agency_id INTEGER NOT NULL,
  agency_shortcut TEXT NOT NULL,
  year INTEGER,
  status TEXT NOT NULL CHECK (status IN ('open', 'complete', 'retired', 'discarded')),
  folder TEXT NOT NULL,
  cursor TEXT NOT NULL DEFAULT '',
  rows INTEGER,
  started_at TEXT NOT NULL,
  completed_at TEXT,
  verified_at TEXT
);

-- One extraction of a key is under way, one is current.
CREATE UNIQUE INDEX IF NOT EXISTS units_under_way ON units (unit_key, status) WHERE status IN ('open', 'complete');

CREATE TABLE IF NOT EXISTS pages (
  page_id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  UNIQUE (unit_id, seq),
  UNIQUE (unit_id, name)
);

-- What an extract task remembers between runs.
CREATE TABLE IF NOT EXISTS marks (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
