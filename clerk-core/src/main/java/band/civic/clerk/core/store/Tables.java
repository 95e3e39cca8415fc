package band.civic.clerk.core.store;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// The registry's tables and columns for jOOQ; the files in `db/registry` say what they hold.
///
/// Every column's name is also a field here, once, for all tables: qualify with [#of(Table, Field)] in a join.
public final class Tables {
  public static final Table<Record> SITES = table("sites");
  public static final Table<Record> SITE_DATASETS = table("site_datasets");
  public static final Table<Record> RUNS = table("runs");
  public static final Table<Record> RUN_TASKS = table("run_tasks");
  public static final Table<Record> TASK_STATES = table("task_states");
  public static final Table<Record> TABLE_VERSIONS = table("table_versions");
  public static final Table<Record> NOTICES = table("notices");
  public static final Table<Record> PUBLICATIONS = table("publications");
  public static final Table<Record> DEPLOYMENTS = table("deployments");
  public static final Table<Record> JOBS = table("jobs");
  public static final Table<Record> JOB_ATTEMPTS = table("job_attempts");
  public static final Table<Record> WORKERS = table("workers");
  public static final Table<Record> EVENTS = table("events");
  public static final Table<Record> SCHEDULES = table("schedules");
  public static final Table<Record> ALERTS = table("alerts");
  public static final Table<Record> SOURCE_TURNS = table("source_turns");

  public static final Field<String> SUBDOMAIN = text("subdomain");
  public static final Field<String> NAME = text("name");
  public static final Field<String> STATE = text("state");
  public static final Field<String> COUNTRY = text("country");
  public static final Field<String> KIND = text("kind");
  public static final Field<String> STATUS = text("status");
  public static final Field<Double> LAT = field("lat", Double.class);
  public static final Field<Double> LNG = field("lng", Double.class);
  public static final Field<String> EXTRA = text("extra");
  public static final Field<String> CREATED_AT = text("created_at");
  public static final Field<String> UPDATED_AT = text("updated_at");
  public static final Field<Long> HAS_FINANCE_DATA = number("has_finance_data");
  public static final Field<String> FINANCE_LAST_UPDATED = text("finance_last_updated");
  public static final Field<String> FINANCE_SOURCE = text("finance_source");
  public static final Field<String> FINANCE_COVERAGE_START = text("finance_coverage_start");
  public static final Field<String> FINANCE_COVERAGE_END = text("finance_coverage_end");
  public static final Field<Long> FINANCE_RECORD_COUNT = number("finance_record_count");
  public static final Field<String> FINANCE_DATA_TYPES = text("finance_data_types");

  public static final Field<String> DATA_TYPE = text("data_type");
  public static final Field<Long> HAS_DATA = number("has_data");
  public static final Field<String> LAST_SUCCESS_AT = text("last_success_at");
  public static final Field<String> LAST_ATTEMPT_AT = text("last_attempt_at");
  public static final Field<String> NEXT_DUE_AT = text("next_due_at");
  public static final Field<Long> CONSECUTIVE_FAILURES = number("consecutive_failures");
  public static final Field<String> SOURCE = text("source");
  public static final Field<String> COVERAGE_START = text("coverage_start");
  public static final Field<String> COVERAGE_END = text("coverage_end");
  public static final Field<Long> RECORD_COUNT = number("record_count");
  public static final Field<String> RECORD_TYPES = text("record_types");
  public static final Field<String> FILE = text("file");
  public static final Field<Long> BYTES = number("bytes");
  public static final Field<String> SHA256 = text("sha256");
  public static final Field<String> LAST_ERROR = text("last_error");
  public static final Field<String> LAST_ERROR_AT = text("last_error_at");
  public static final Field<String> CLAIMED_BY = text("claimed_by");
  public static final Field<Long> ENABLED = number("enabled");

  public static final Field<String> RUN_ID = text("run_id");
  public static final Field<String> COMMAND = text("command");
  public static final Field<String> STARTED_BY = text("started_by");
  public static final Field<String> OPTIONS = text("options");
  public static final Field<String> HOST = text("host");
  public static final Field<Long> PID = number("pid");
  public static final Field<String> PROCESS_STARTED_AT = text("process_started_at");
  public static final Field<String> LEASE_UNTIL = text("lease_until");
  public static final Field<String> STARTED_AT = text("started_at");
  public static final Field<String> FINISHED_AT = text("finished_at");
  public static final Field<String> ERROR_KIND = text("error_kind");
  public static final Field<String> ERROR_MESSAGE = text("error_message");
  public static final Field<Long> EXIT_CODE = number("exit_code");

  public static final Field<String> TASK = text("task");
  public static final Field<String> STAGE = text("stage");
  public static final Field<Long> ORDINAL = number("ordinal");
  public static final Field<String> REASON = text("reason");
  public static final Field<Long> ROWS_READ = number("rows_read");
  public static final Field<Long> ROWS_WRITTEN = number("rows_written");
  public static final Field<Long> ROWS_CHANGED = number("rows_changed");
  public static final Field<Long> ROWS_UNCHANGED = number("rows_unchanged");
  public static final Field<Long> ROWS_RETIRED = number("rows_retired");
  public static final Field<Long> ROWS_REJECTED = number("rows_rejected");
  public static final Field<String> DOING = text("doing");
  public static final Field<Long> UNITS_DONE = number("units_done");
  public static final Field<Long> UNITS_TOTAL = number("units_total");
  public static final Field<String> COMPLETED_AT = text("completed_at");
  public static final Field<String> SEEN_VERSIONS = text("seen_versions");
  public static final Field<String> SEEN_OPTIONS = text("seen_options");
  public static final Field<String> PLUGIN_VERSION = text("plugin_version");
  public static final Field<String> TABLE_NAME = text("table_name");
  public static final Field<Long> VERSION = number("version");
  public static final Field<String> CHANGED_AT = text("changed_at");

  public static final Field<String> CODE = text("code");
  public static final Field<String> SEVERITY = text("severity");
  public static final Field<String> SUBJECT = text("subject");
  public static final Field<String> MESSAGE = text("message");
  public static final Field<Long> TOTAL = number("total");

  public static final Field<String> PUBLISHED_AT = text("published_at");

  public static final Field<String> DEPLOYMENT_ID = text("deployment_id");
  public static final Field<String> TARGET = text("target");
  public static final Field<String> DEPLOYED_AT = text("deployed_at");

  public static final Field<String> JOB_ID = text("job_id");
  public static final Field<String> TYPE = text("type");
  public static final Field<String> QUEUE = text("queue");
  public static final Field<Long> PRIORITY = number("priority");
  public static final Field<Long> ATTEMPT = number("attempt");
  public static final Field<Long> MAX_ATTEMPTS = number("max_attempts");
  public static final Field<Long> ATTEMPTS_BEFORE = number("attempts_before");
  public static final Field<Long> TIMEOUT_SECONDS = number("timeout_seconds");
  public static final Field<String> RUN_AFTER = text("run_after");
  public static final Field<String> HEARTBEAT_AT = text("heartbeat_at");
  public static final Field<String> WORKER = text("worker");
  public static final Field<String> PARENT_ID = text("parent_id");
  public static final Field<Long> OPEN_CHILDREN = number("open_children");
  public static final Field<String> UNIQUE_KEY = text("unique_key");
  public static final Field<String> ARGUMENTS = text("arguments");
  public static final Field<String> RESULT = text("result");
  public static final Field<String> CREATED_BY = text("created_by");

  public static final Field<String> QUEUES = text("queues");
  public static final Field<Long> THREADS = number("threads");
  public static final Field<String> ADDRESS = text("address");

  public static final Field<String> EVENT_ID = text("event_id");
  public static final Field<String> PAYLOAD = text("payload");
  public static final Field<String> DISPATCHED_AT = text("dispatched_at");

  public static final Field<Long> PAUSED = number("paused");
  public static final Field<String> LAST_FIRED_AT = text("last_fired_at");
  public static final Field<String> LAST_WINDOW_AT = text("last_window_at");
  public static final Field<String> LAST_JOB_ID = text("last_job_id");

  public static final Field<String> ALERT_ID = text("alert_id");
  public static final Field<String> OPENED_AT = text("opened_at");
  public static final Field<String> CLOSED_AT = text("closed_at");

  public static final Field<Long> NEXT_MILLIS = number("next_millis");

  private Tables() {}

  static {
    ready();
  }

  /// Makes jOOQ ready, on the one thread that initialises this class. Its types refer to each other while they are made:
  /// two threads that need them first at one moment leave a class that is broken for the rest of the process.
  static void ready() {
    var _ = LAT.getDataType();
  }

  /// The column of that table: `runs.state`.
  public static <T> Field<T> of(Table<?> table, Field<T> column) {
    return DSL.field(DSL.unquotedName(table.getName(), column.getName()), column.getType());
  }

  private static Table<Record> table(String name) {
    return DSL.table(DSL.unquotedName(name));
  }

  private static Field<String> text(String name) {
    return field(name, String.class);
  }

  private static Field<Long> number(String name) {
    return field(name, Long.class);
  }

  private static <T> Field<T> field(String name, Class<T> type) {
    return DSL.field(DSL.unquotedName(name), type);
  }
}
