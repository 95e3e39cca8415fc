package band.civic.clerk.core.job;

import band.civic.clerk.core.site.runs.HeldRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC.MDCCloseable;
import org.slf4j.MDC;

/// Marks every line that a thread logs with the run it works for.
record RunContext(List<MDCCloseable> marks) implements AutoCloseable {

  private static final String JOB_ID = "job_id";

  /// The job that the calling thread works for.
  static Optional<String> jobId() {
    return Optional.ofNullable(MDC.get(JOB_ID));
  }

  /// @param jobId the job that wants the run; its own thread carries it already
  static RunContext enter(HeldRun run, Optional<String> jobId) {
    var marks = new ArrayList<>(List.of(
        MDC.putCloseable("run_id", run.id()),
        MDC.putCloseable("subdomain", run.key().subdomain()),
        MDC.putCloseable("data_type", run.key().dataType())));
    if (MDC.get(JOB_ID) == null) {
      jobId.ifPresent(id -> marks.add(MDC.putCloseable(JOB_ID, id)));
    }
    return new RunContext(marks);
  }

  @Override
  public void close() {
    marks.forEach(MDCCloseable::close);
  }
}
