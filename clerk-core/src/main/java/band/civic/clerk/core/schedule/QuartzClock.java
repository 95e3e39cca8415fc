package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;

/// Quartz, which only says that it is time. Its triggers are made anew from the schedules at each start, so that nothing
/// it stores can drift from what people wrote. A trigger that came too late fires once.
final class QuartzClock implements AutoCloseable {
  /// Beside the schedules: looks every so often whether a planned time was missed by everybody.
  static final String CATCH_UP = "clerk.catch-up";

  private static final Duration CATCH_UP_PAUSE = Duration.ofMinutes(1);
  private static final String GROUP = "clerk";

  private final Scheduler scheduler;

  private QuartzClock(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /// Starts the clock.
  ///
  /// @param store where Quartz keeps its triggers
  /// @param entries the schedules
  /// @param fire told the name of each schedule when it is time, and [#CATCH_UP]
  static QuartzClock start(QuartzStore store, List<ScheduleEntry> entries, Consumer<String> fire) {
    try {
      var scheduler = store.newScheduler();
      scheduler.setJobFactory((_, _) -> new ScheduledJob(fire));
      putIn(scheduler, entries);
      scheduler.start();
      return new QuartzClock(scheduler);
    } catch (SchedulerException e) {
      throw new IllegalStateException("The clock does not start", e);
    }
  }

  private static void putIn(Scheduler scheduler, List<ScheduleEntry> entries) throws SchedulerException {
    var jobs = new HashMap<JobDetail, Set<? extends Trigger>>();
    entries.forEach(entry -> put(jobs, entry.name(), builder(entry.timing())));
    put(jobs, CATCH_UP, every(CATCH_UP_PAUSE));
    var gone = new HashSet<JobKey>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP)));
    jobs.keySet().forEach(job -> gone.remove(job.getKey()));
    scheduler.deleteJobs(List.copyOf(gone));
    scheduler.scheduleJobs(jobs, true);
  }

  private static void put(Map<JobDetail, Set<? extends Trigger>> jobs, String name, ScheduleBuilder<?> when) {
    var job = JobBuilder.newJob(ScheduledJob.class)
        .withIdentity(name, GROUP)
        .usingJobData(ScheduledJob.SCHEDULE, name)
        .requestRecovery()
        .build();
    jobs.put(job, Set.of(TriggerBuilder.newTrigger().withIdentity(name, GROUP).withSchedule(when).startNow().build()));
  }

  private static ScheduleBuilder<?> builder(Timing timing) {
    return switch (timing) {
      case Timing.Every(var pause) -> every(pause);
      case Timing.Cron(var expression, var zone) -> CronScheduleBuilder.cronSchedule(expression)
          .inTimeZone(TimeZone.getTimeZone(zone))
          .withMisfireHandlingInstructionFireAndProceed();
    };
  }

  private static ScheduleBuilder<?> every(Duration pause) {
    return SimpleScheduleBuilder.simpleSchedule()
        .withIntervalInMilliseconds(pause.toMillis())
        .repeatForever()
        .withMisfireHandlingInstructionNowWithRemainingCount();
  }

  /// Stops the clock; what fires now is waited for.
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("The clock does not stop", e);
    }
  }
}
