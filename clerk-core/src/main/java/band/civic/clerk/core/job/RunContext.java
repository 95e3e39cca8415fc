package band.civic.clerk.core.job;

import band.civic.clerk.core.site.runs.HeldRun;
import java.util.List;
import org.slf4j.MDC.MDCCloseable;
import org.slf4j.MDC;

/// Marks every line that a thread logs with the run it works for.
record RunContext(List<MDCCloseable> marks) implements AutoCloseable {

  static RunContext enter(HeldRun run) {
    return new RunContext(List.of(
        MDC.putCloseable("run_id", run.id()),
        MDC.putCloseable("subdomain", run.key().subdomain()),
        MDC.putCloseable("data_type", run.key().dataType())));
  }

  @Override
  public void close() {
    marks.forEach(MDCCloseable::close);
  }
}
