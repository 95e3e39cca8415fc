/// The queue: the tables `jobs` and `job_attempts` and nothing else. What a job does is known in `core.worker`.
///
/// A job is claimed, kept alive and ended by conditional updates that name its attempt, so a worker that was written off
/// can change nothing. All of it holds on SQLite and on PostgreSQL.
@NullMarked
package band.civic.clerk.core.queue;

import org.jspecify.annotations.NullMarked;
