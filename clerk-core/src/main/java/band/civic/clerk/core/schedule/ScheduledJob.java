package band.civic.clerk.core.schedule;

import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one class that Quartz runs: it says which schedule it is time for. What Quartz stores is the schedule's name and
/// this class, never a plugin's: Quartz could not load it.
@DisallowConcurrentExecution
final class ScheduledJob implements Job {
  static final String SCHEDULE = "schedule";

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);

  private final Consumer<String> fire;

  ScheduledJob(Consumer<String> fire) {
    this.fire = fire;
  }

  /// What fails now is done at the next tick: nothing is marked as served before it is.
  @Override
  public void execute(JobExecutionContext context) {
    var schedule = context.getMergedJobDataMap().getString(SCHEDULE);
    try {
      fire.accept(schedule);
    } catch (RuntimeException e) {
      LOG.error("Schedule {} could not be served; it is tried again", schedule, e);
    }
  }
}
