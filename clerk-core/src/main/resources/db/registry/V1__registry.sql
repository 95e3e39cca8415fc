-- The registry: which sites there are, what each has, and every run. One file for SQLite and PostgreSQL.
-- Booleans are 0/1, instants are ISO-8601 UTC text with Z, dates ISO text, lists and maps JSON text.

CREATE TABLE sites (
  subdomain TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  country TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  lat DOUBLE PRECISION CHECK (lat BETWEEN -90 AND 90),
  lng DOUBLE PRECISION CHECK (lng BETWEEN -180 AND 180),
  extra TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- kept true by the host from site_datasets, in the same transaction, for programs that read this table
  has_finance_data BIGINT NOT NULL DEFAULT 0 CHECK (has_finance_data IN (0, 1)),
  finance_last_updated TEXT,
  finance_source TEXT,
  finance_coverage_start TEXT,
  finance_coverage_end TEXT,
  finance_record_count BIGINT,
  finance_data_types TEXT
);
CREATE INDEX idx_sites_updated_at ON sites (updated_at);
CREATE INDEX idx_sites_has_finance_data ON sites (has_finance_data, finance_last_updated, state);

CREATE TABLE site_datasets (
  subdomain TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  data_type TEXT NOT NULL,
  has_data BIGINT NOT NULL DEFAULT 0 CHECK (has_data IN (0, 1)),
  last_success_at TEXT,
  last_attempt_at TEXT,
  next_due_at TEXT,
  consecutive_failures BIGINT NOT NULL DEFAULT 0,
  source TEXT,
  coverage_start TEXT,
  coverage_end TEXT,
  record_count BIGINT NOT NULL DEFAULT 0,
  record_types TEXT NOT NULL DEFAULT '[]',
  file TEXT,
  bytes BIGINT,
  sha256 TEXT,
  last_error TEXT,
  last_error_at TEXT,
  -- the live run that holds this row; a claim is one conditional update
  claimed_by TEXT,
  PRIMARY KEY (subdomain, data_type)
);
CREATE INDEX idx_site_datasets_due ON site_datasets (data_type, next_due_at);

CREATE TABLE runs (
  run_id TEXT PRIMARY KEY,
  subdomain TEXT NOT NULL,
  data_type TEXT NOT NULL,
  command TEXT NOT NULL,
  started_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'succeeded', 'unchanged', 'failed', 'cancelled', 'abandoned')),
  options TEXT NOT NULL,
  host TEXT NOT NULL,
  pid BIGINT NOT NULL,
  process_started_at TEXT NOT NULL,
  lease_until TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  error_kind TEXT,
  error_message TEXT,
  exit_code BIGINT
);
CREATE INDEX idx_runs_site ON runs (subdomain, data_type, started_at);

CREATE TABLE run_tasks (
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
  task TEXT NOT NULL,
  stage TEXT NOT NULL,
  ordinal BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'succeeded', 'skipped', 'blocked', 'failed', 'cancelled', 'abandoned')),
  reason TEXT NOT NULL,
  rows_read BIGINT NOT NULL DEFAULT 0,
  rows_written BIGINT NOT NULL DEFAULT 0,
  rows_changed BIGINT NOT NULL DEFAULT 0,
  rows_unchanged BIGINT NOT NULL DEFAULT 0,
  rows_retired BIGINT NOT NULL DEFAULT 0,
  rows_rejected BIGINT NOT NULL DEFAULT 0,
  started_at TEXT,
  finished_at TEXT,
  error_kind TEXT,
  error_message TEXT,
  PRIMARY KEY (run_id, task)
);

CREATE TABLE task_states (
  subdomain TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  data_type TEXT NOT NULL,
  task TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'succeeded', 'failed', 'abandoned')),
  run_id TEXT NOT NULL,
  completed_at TEXT,
  seen_versions TEXT NOT NULL DEFAULT '{}',
  seen_options TEXT NOT NULL DEFAULT '{}',
  plugin_version TEXT NOT NULL,
  PRIMARY KEY (subdomain, data_type, task)
);

CREATE TABLE table_versions (
  subdomain TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  data_type TEXT NOT NULL,
  table_name TEXT NOT NULL,
  version BIGINT NOT NULL,
  run_id TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (subdomain, data_type, table_name)
);

-- Facts about data, capped per run, task and code; `total` says how many there were.
CREATE TABLE notices (
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
  task TEXT NOT NULL,
  code TEXT NOT NULL,
  ordinal BIGINT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'ERROR')),
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  total BIGINT NOT NULL,
  PRIMARY KEY (run_id, task, code, ordinal)
);

-- What each load published, by content: a rollback finds here what the file it brings back holds.
CREATE TABLE publications (
  subdomain TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  data_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  run_id TEXT NOT NULL,
  published_at TEXT NOT NULL,
  source TEXT NOT NULL,
  coverage_start TEXT,
  coverage_end TEXT,
  record_count BIGINT NOT NULL,
  record_types TEXT NOT NULL,
  PRIMARY KEY (subdomain, data_type, sha256)
);

CREATE TABLE deployments (
  deployment_id TEXT PRIMARY KEY,
  subdomain TEXT NOT NULL,
  data_type TEXT NOT NULL,
  target TEXT NOT NULL,
  run_id TEXT,
  file TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('published', 'rolled_back', 'failed')),
  deployed_at TEXT NOT NULL,
  error_message TEXT
);
CREATE INDEX idx_deployments_site ON deployments (subdomain, data_type, deployed_at);
