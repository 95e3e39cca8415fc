package band.civic.clerk.core.schedule.print;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Lines of a crontab that do what `clerk schedule run` and a worker would do.
///
/// @param command how clerk is called, with its options
public record Crontab(String command) {
  private static final String HEAD = """
      # clerk's schedules as a crontab: then `clerk schedule run` need not run.
      # Times are in the time zone that CRON_TZ names; a cron that does not know CRON_TZ (Debian's) reads them in the
      # machine's own, so set that one or move the hours. What was missed while the machine was off is not caught up.
      """;

  /// The whole text.
  public String of(List<ScheduleEntry> entries) {
    var lines = entries.stream().map(this::lines).collect(Collectors.joining("\n"));
    return HEAD + "\n" + lines
        + "\n# does what was put into the queue, one worker at a time\n* * * * * flock -n ${TMPDIR:-/tmp}/clerk-worker.lock "
        + command
        + " worker --all --burst --quiet\n";
  }

  private String lines(ScheduleEntry entry) {
    var title = "# " + entry.name() + (entry.description().isEmpty() ? "" : ": " + entry.description()) + "\n";
    return title + switch (entry.timing()) {
      case Timing.Every(var pause) -> every(pause) + " " + fire(entry) + "\n";
      case Timing.Cron cron -> planned(entry, cron);
    };
  }

  private String planned(ScheduleEntry entry, Timing.Cron cron) {
    var fields = CronFields.of(cron.expression());
    if (fields.isEmpty()) {
      return "# cron has no words for: " + cron.expression() + "\n";
    }
    var f = fields.get();
    // cron takes a day of the month or one of the week when both are given, so the week is a question of its own
    var guard = f.week().map(week -> guard(week, cron)).orElse("");
    var when = String.join(" ", steps(f.minute(), 59), steps(f.hour(), 23), steps(f.dayOfMonth(), 31), f.month(),
        f.dayOfWeek());
    return "CRON_TZ=%s\n%s %s%s\n".formatted(cron.zone(), when, guard, fire(entry));
  }

  private static String guard(int week, Timing.Cron cron) {
    return "[ $(( ($(TZ=%s date +\\%%-d) + 6) / 7 )) -eq %d ] && ".formatted(cron.zone(), week);
  }

  private String fire(ScheduleEntry entry) {
    return command + " schedule fire " + entry.name() + " --quiet";
  }

  /// Quartz says `0/5` where cron says `*/5`, and `3/5` where it says `3-59/5`.
  private static String steps(String field, int last) {
    return field.replaceFirst("^0/", "*/").replaceFirst("^([1-9]\\d*)/", "$1-" + last + "/");
  }

  private static String every(Duration pause) {
    if (pause.toMinutes() < 2) {
      return "* * * * *";
    }
    return pause.toHours() < 1
        ? "*/" + pause.toMinutes() + " * * * *"
        : pause.toDays() < 1 ? "0 */" + pause.toHours() + " * * *" : "0 0 */" + pause.toDays() + " * *";
  }
}
