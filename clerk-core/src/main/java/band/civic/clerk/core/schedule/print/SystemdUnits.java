package band.civic.clerk.core.schedule.print;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Units for systemd: either one service that runs the scheduler, or timers that do without one.
///
/// @param command how clerk is called, with its options
/// @param directory where it works
public record SystemdUnits(String command, String directory) {
  private static final String SERVICE = """
      # /etc/systemd/system/clerk.service
      # systemctl daemon-reload && systemctl enable --now clerk
      [Unit]
      Description=clerk: refreshes the sites and publishes their data
      After=network-online.target
      Wants=network-online.target

      [Service]
      Type=exec
      User=clerk
      WorkingDirectory={directory}
      ExecStart={command} schedule run --with-worker
      Restart=on-failure
      RestartSec=10
      # a polite stop lets what runs come to an end
      KillSignal=SIGTERM
      TimeoutStopSec=120
      NoNewPrivileges=yes
      PrivateTmp=yes
      ProtectSystem=full

      [Install]
      WantedBy=multi-user.target
      """;
  private static final String FIRE = """
      # /etc/systemd/system/clerk-fire@.service
      [Unit]
      Description=clerk: schedule %i

      [Service]
      Type=oneshot
      User=clerk
      WorkingDirectory={directory}
      ExecStart={command} schedule fire %i --quiet

      # /etc/systemd/system/clerk-worker.service
      [Unit]
      Description=clerk: does what the schedules put into the queue

      [Service]
      Type=exec
      User=clerk
      WorkingDirectory={directory}
      ExecStart={command} worker --all
      Restart=on-failure
      RestartSec=10
      TimeoutStopSec=120

      [Install]
      WantedBy=multi-user.target
      """;
  private static final String TIMER = """

      # /etc/systemd/system/clerk-%1$s.timer
      [Unit]
      Description=clerk: %2$s

      [Timer]
      %3$s
      Unit=clerk-fire@%1$s.service

      [Install]
      WantedBy=timers.target
      """;

  /// One service that does everything on one machine.
  public String service() {
    return filled(SERVICE);
  }

  /// A timer for each schedule, what they start, and a worker.
  public String timers(List<ScheduleEntry> entries) {
    return filled(FIRE) + entries.stream().map(SystemdUnits::timer).collect(Collectors.joining());
  }

  private String filled(String unit) {
    return unit.replace("{directory}", directory).replace("{command}", command);
  }

  private static String timer(ScheduleEntry entry) {
    var title = entry.description().isEmpty() ? "schedule " + entry.name() : entry.description();
    return switch (entry.timing()) {
      case Timing.Every(var pause) -> TIMER.formatted(entry.name(), title,
          "OnBootSec=1min\nOnUnitActiveSec=" + pause.toSeconds() + "s");
      case Timing.Cron cron -> calendar(cron)
          .map(when -> TIMER.formatted(entry.name(), title, "OnCalendar=" + when + "\nPersistent=true"))
          .orElseGet(() -> "\n# systemd has no words for %s: %s\n".formatted(entry.name(), cron.expression()));
    };
  }

  /// `Sat *-*-1..7 3:0:0 America/New_York`.
  static Optional<String> calendar(Timing.Cron cron) {
    return CronFields.of(cron.expression()).map(f -> {
      var days = f.daysOfWeek("..").orElseGet(() -> f.dayOfMonth().replace("-", ".."));
      var weekday = f.dayOfWeek().equals("*") ? "" : capital(f.dayOfWeek().replace("-", "..")) + " ";
      return "%s*-%s-%s %s:%s:%s %s".formatted(weekday, f.month().replace("-", ".."), days,
          f.hour().replace("-", ".."), f.minute().replace("-", ".."), f.second(), cron.zone());
    });
  }

  private static String capital(String days) {
    var text = new StringBuilder(days.toLowerCase(Locale.ROOT));
    for (var i = 0; i < text.length(); i++) {
      if (i == 0 || !Character.isLetter(text.charAt(i - 1))) {
        text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
      }
    }
    return text.toString();
  }
}
