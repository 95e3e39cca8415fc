-- The queue, who works on it, what happened and who was told. Rules of V1 hold: booleans 0/1, instants ISO-8601 UTC text.

-- A job is one piece of work that waits for a worker. The indexes that matter hold live jobs only, so that claiming the
-- next one costs the same with a million finished ones.
CREATE TABLE jobs (
  job_id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  queue TEXT NOT NULL,
  subdomain TEXT,
  data_type TEXT,
  -- 1 high, 5 normal, 9 low
  priority BIGINT NOT NULL,
  -- waiting: for its children; queued: for a worker; failed: all attempts are used up (the dead letters)
  state TEXT NOT NULL CHECK (state IN ('waiting', 'queued', 'running', 'succeeded', 'failed', 'cancelled')),
  attempt BIGINT NOT NULL DEFAULT 0,
  max_attempts BIGINT NOT NULL,
  -- attempts of earlier rounds, before somebody had a failed job tried again
  attempts_before BIGINT NOT NULL DEFAULT 0,
  timeout_seconds BIGINT NOT NULL,
  run_after TEXT NOT NULL,
  lease_until TEXT,
  heartbeat_at TEXT,
  worker TEXT,
  parent_id TEXT,
  -- children that have not ended; the parent is queued when it falls to 0
  open_children BIGINT NOT NULL DEFAULT 0,
  run_id TEXT NOT NULL,
  -- at most one live job holds a key
  unique_key TEXT,
  arguments TEXT NOT NULL DEFAULT '{}',
  result TEXT,
  error_kind TEXT,
  error_message TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
);
CREATE UNIQUE INDEX idx_jobs_unique_key ON jobs (unique_key) WHERE state IN ('waiting', 'queued', 'running');
CREATE INDEX idx_jobs_queued ON jobs (queue, priority, run_after, job_id) WHERE state = 'queued';
CREATE INDEX idx_jobs_oldest ON jobs (queue, run_after, job_id) WHERE state = 'queued';
CREATE INDEX idx_jobs_running ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX idx_jobs_failed ON jobs (finished_at) WHERE state = 'failed';
CREATE INDEX idx_jobs_open ON jobs (queue, state) WHERE state IN ('waiting', 'queued', 'running', 'failed');
CREATE INDEX idx_jobs_parent ON jobs (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX idx_jobs_run ON jobs (run_id);
CREATE INDEX idx_jobs_site ON jobs (subdomain, created_at);

CREATE TABLE job_attempts (
  job_id TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE,
  attempt BIGINT NOT NULL,
  worker TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'succeeded', 'failed', 'timeout', 'lost', 'cancelled')),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  error_kind TEXT,
  error_message TEXT,
  PRIMARY KEY (job_id, attempt)
);

-- Worker and scheduler processes, for status and health. A row whose heartbeat is old is of a process that is gone.
CREATE TABLE workers (
  worker TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('worker', 'scheduler')),
  host TEXT NOT NULL,
  pid BIGINT NOT NULL,
  process_started_at TEXT NOT NULL,
  queues TEXT NOT NULL,
  threads BIGINT NOT NULL,
  address TEXT,
  started_at TEXT NOT NULL,
  heartbeat_at TEXT NOT NULL
);

-- The outbox: written in the transaction of what happened, handed on afterwards, each event once.
CREATE TABLE events (
  event_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('site_created', 'site_removed', 'data_loaded', 'data_unchanged', 'run_failed',
    'site_stale', 'data_deployed')),
  subdomain TEXT NOT NULL,
  data_type TEXT,
  run_id TEXT,
  payload TEXT NOT NULL,
  created_at TEXT NOT NULL,
  dispatched_at TEXT
);
CREATE INDEX idx_events_open ON events (event_id) WHERE dispatched_at IS NULL;
CREATE INDEX idx_events_site ON events (subdomain, created_at);

-- What the schedule remembers: the triggers themselves are made anew from site-config at each start.
CREATE TABLE schedules (
  name TEXT PRIMARY KEY,
  paused BIGINT NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  last_fired_at TEXT,
  -- the planned time that was served last; two schedulers that fire for one time find it taken
  last_window_at TEXT,
  last_job_id TEXT
);

-- What an operator was told of and what is over again.
CREATE TABLE alerts (
  alert_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  closed_at TEXT
);
CREATE UNIQUE INDEX idx_alerts_open ON alerts (kind, subject) WHERE closed_at IS NULL;

-- Whether the pipeline has something for the site, so that it may be chosen when it is due. Never attempted (no
-- next_due_at) comes first, then the longest overdue, then by name.
ALTER TABLE site_datasets ADD COLUMN enabled BIGINT NOT NULL DEFAULT 0 CHECK (enabled IN (0, 1));
DROP INDEX idx_site_datasets_due;
CREATE INDEX idx_site_datasets_due ON site_datasets (data_type, (coalesce(next_due_at, '')), subdomain) WHERE enabled = 1;

-- How far a running task is, in its own words and units; units_total is 0 when it did not say.
ALTER TABLE run_tasks ADD COLUMN doing TEXT NOT NULL DEFAULT '';
ALTER TABLE run_tasks ADD COLUMN units_done BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run_tasks ADD COLUMN units_total BIGINT NOT NULL DEFAULT 0;

-- The last two loads of each site are compared every few minutes.
CREATE INDEX idx_publications_time ON publications (subdomain, data_type, published_at);

-- A job may try the same run again.
ALTER TABLE runs ADD COLUMN attempt BIGINT NOT NULL DEFAULT 1;
CREATE INDEX idx_runs_state ON runs (state) WHERE state = 'running';
CREATE INDEX idx_runs_finished ON runs (finished_at);

-- Deployed with warnings: the files are there, somebody who should hear of it failed. Nothing wrote to the first table.
DROP TABLE deployments;
CREATE TABLE deployments (
  deployment_id TEXT PRIMARY KEY,
  subdomain TEXT NOT NULL,
  data_type TEXT NOT NULL,
  target TEXT NOT NULL,
  run_id TEXT,
  file TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('published', 'published_with_warnings', 'rolled_back', 'failed')),
  deployed_at TEXT NOT NULL,
  error_message TEXT
);
CREATE INDEX idx_deployments_site ON deployments (subdomain, data_type, deployed_at);
