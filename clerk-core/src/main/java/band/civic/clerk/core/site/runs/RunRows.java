package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.COMMAND;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.ERROR_KIND;
import static band.civic.clerk.core.store.Tables.ERROR_MESSAGE;
import static band.civic.clerk.core.store.Tables.EXIT_CODE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.HOST;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.ORDINAL;
import static band.civic.clerk.core.store.Tables.PID;
import static band.civic.clerk.core.store.Tables.PROCESS_STARTED_AT;
import static band.civic.clerk.core.store.Tables.REASON;
import static band.civic.clerk.core.store.Tables.ROWS_CHANGED;
import static band.civic.clerk.core.store.Tables.ROWS_READ;
import static band.civic.clerk.core.store.Tables.ROWS_REJECTED;
import static band.civic.clerk.core.store.Tables.ROWS_RETIRED;
import static band.civic.clerk.core.store.Tables.ROWS_UNCHANGED;
import static band.civic.clerk.core.store.Tables.ROWS_WRITTEN;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.STAGE;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TASK;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.TaskReport;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.Record;

/// Rows of `runs` and `run_tasks` as values.
final class RunRows {

  private RunRows() {}

  static RunRow run(Record row) {
    var holder = new Holder(row.get(HOST), row.get(PID), Instant.parse(row.get(PROCESS_STARTED_AT)));
    var exitCode = row.get(EXIT_CODE);
    return new RunRow(row.get(RUN_ID), new DatasetKey(row.get(SUBDOMAIN), row.get(DATA_TYPE)), row.get(COMMAND),
        row.get(STATE), holder, Instant.parse(row.get(LEASE_UNTIL)), Instant.parse(row.get(STARTED_AT)),
        instant(row, FINISHED_AT), error(row),
        exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode.intValue()));
  }

  static TaskRow task(Record row) {
    var report = TaskReport.empty()
        .withRead(row.get(ROWS_READ))
        .withWritten(row.get(ROWS_WRITTEN))
        .withChanged(row.get(ROWS_CHANGED))
        .withUnchanged(row.get(ROWS_UNCHANGED))
        .withRetired(row.get(ROWS_RETIRED))
        .withRejected(row.get(ROWS_REJECTED));
    return new TaskRow(row.get(TASK), row.get(STAGE), row.get(ORDINAL).intValue(), row.get(STATE), row.get(REASON),
        report, instant(row, STARTED_AT), instant(row, FINISHED_AT), error(row));
  }

  static Optional<RunError> error(Record row) {
    return Optional.ofNullable(row.get(ERROR_KIND)).map(kind -> new RunError(kind, row.get(ERROR_MESSAGE)));
  }

  static Optional<Instant> instant(Record row, Field<String> column) {
    return Optional.ofNullable(row.get(column)).map(Instant::parse);
  }
}
