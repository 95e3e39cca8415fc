package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/// The planned times of a `cron`. They are what a window is: it is served once, late rather than not at all.
final class Timetable {
  /// How far back the last planned time is looked for, nearest first: most expressions repeat within a day.
  private static final List<Duration> BACK = List.of(Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofDays(2),
      Duration.ofDays(70), Duration.ofDays(800));

  private final CronExpression expression;

  private Timetable(CronExpression expression) {
    this.expression = expression;
  }

  /// @throws BadConfiguration when Quartz cannot read the expression
  static Timetable of(Timing.Cron cron, ScheduleEntry entry) {
    try {
      var expression = new CronExpression(cron.expression());
      expression.setTimeZone(TimeZone.getTimeZone(cron.zone()));
      return new Timetable(expression);
    } catch (ParseException e) {
      throw new BadConfiguration("%s: the cron `%s` of schedule %s cannot be read: %s. It is second, minute, hour, day "
          .formatted(entry.place(), cron.expression(), entry.name(), e.getMessage())
          + "of the month, month, day of the week, with `?` for the day field that is not used.", e);
    }
  }

  /// The first planned time after `time`; empty when there is none any more.
  Optional<Instant> findNext(Instant time) {
    return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(time))).map(Date::toInstant);
  }

  /// The last planned time that is not after `time`; empty when there was none in the last two years.
  Optional<Instant> findLast(Instant time) {
    return BACK.stream()
        .flatMap(back -> findNext(time.minus(back)).stream())
        .filter(planned -> !planned.isAfter(time))
        .findFirst()
        .map(planned -> lastFrom(planned, time));
  }

  private Instant lastFrom(Instant planned, Instant time) {
    var last = planned;
    for (var next = findNext(last); next.isPresent() && !next.get().isAfter(time); next = findNext(last)) {
      last = next.get();
    }
    return last;
  }
}
