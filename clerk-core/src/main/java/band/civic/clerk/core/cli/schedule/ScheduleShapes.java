package band.civic.clerk.core.cli.schedule;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.cli.schedule.NextSites.Due;
import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.core.schedule.Agenda.Appointment;
import band.civic.clerk.core.schedule.Agenda.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How schedules look: tables for people, documents for programs.
final class ScheduleShapes {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm z", Locale.ROOT);

  private ScheduleShapes() {}

  static String table(List<Item> items) {
    var table = TextTable.of("SCHEDULE", "WHEN", "JOB", "SITES", "LAST", "NEXT");
    items.forEach(item -> table.add(item.entry().name(), when(item.entry()), item.entry().wish().job(),
        sites(item.entry()), local(item.memory().lastFiredAt(), item.entry()),
        item.memory().paused() ? "paused" : local(item.next(), item.entry())));
    return table.toString();
  }

  static Map<String, Object> json(Item item) {
    var json = new LinkedHashMap<String, Object>();
    var entry = item.entry();
    json.put("name", entry.name());
    json.put("description", entry.description());
    json.put("job", entry.wish().job());
    json.put("sites", sites(entry));
    switch (entry.timing()) {
      case Timing.Every(var pause) -> json.put("every_seconds", pause.toSeconds());
      case Timing.Cron(var expression, var zone) -> {
        json.put("cron", expression);
        json.put("timezone", zone.getId());
      }
    }
    json.put("paused", item.memory().paused());
    json.put("last_fired_at", item.memory().lastFiredAt());
    json.put("last_window_at", item.memory().lastWindowAt());
    json.put("last_job_id", item.memory().lastJobId());
    json.put("next_at", item.next());
    return json;
  }

  static String table(List<Appointment> appointments, List<Due> due) {
    var table = TextTable.of("WHEN", "SCHEDULE", "JOB", "SITES");
    appointments.forEach(each -> table.add(local(Optional.of(each.at()), each.entry()), each.entry().name(),
        each.entry().wish().job(), sites(each.entry())));
    var text = new StringBuilder(table.toString());
    for (var each : due) {
      text.append("\n\nDue for %s: %d".formatted(each.dataType(), each.count()));
      each.first().forEach(site -> text.append("\n  ").append(site));
      if (each.first().size() < each.count()) {
        text.append("\n  …");
      }
    }
    return text.toString();
  }

  static Map<String, Object> json(List<Appointment> appointments, List<Due> due) {
    var json = new LinkedHashMap<String, Object>();
    json.put("planned", appointments.stream().map(ScheduleShapes::json).toList());
    json.put("due", due.stream().map(ScheduleShapes::json).toList());
    return json;
  }

  private static Map<String, Object> json(Appointment appointment) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", appointment.at());
    json.put("schedule", appointment.entry().name());
    json.put("job", appointment.entry().wish().job());
    return json;
  }

  private static Map<String, Object> json(Due due) {
    var json = new LinkedHashMap<String, Object>();
    json.put("data_type", due.dataType());
    json.put("count", due.count());
    json.put("first", due.first());
    return json;
  }

  private static String when(ScheduleEntry entry) {
    return switch (entry.timing()) {
      case Timing.Every(var pause) -> "every " + text(pause);
      case Timing.Cron(var expression, var zone) -> expression + " " + zone.getId();
    };
  }

  private static String text(Duration pause) {
    return pause.toString().substring(2).toLowerCase(Locale.ROOT).replaceAll("(?<=[hm])(?=\\d)", " ");
  }

  private static String sites(ScheduleEntry entry) {
    return entry.wish().sites() == For.NOBODY ? "-" : entry.wish().sites().name().toLowerCase(Locale.ROOT);
  }

  private static String local(Optional<Instant> time, ScheduleEntry entry) {
    var zone = entry.timing() instanceof Timing.Cron cron ? cron.zone() : (ZoneId) ZoneOffset.UTC;
    return time.map(at -> TIME.format(at.atZone(zone))).orElse("-");
  }
}
