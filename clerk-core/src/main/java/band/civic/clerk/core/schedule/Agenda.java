package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import band.civic.clerk.core.schedule.ScheduleBook.Memory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What will be done when.
///
/// @param entries the schedules
/// @param memories what is remembered of them, by name
/// @param now the time
public record Agenda(List<ScheduleEntry> entries, Map<String, Memory> memories, Instant now) {

  public Agenda {
    entries = List.copyOf(entries);
    memories = Map.copyOf(memories);
  }

  /// A schedule, what is remembered of it, and when it is time again.
  ///
  /// @param entry the schedule
  /// @param memory what is remembered
  /// @param next when it is time again if the scheduler runs; empty when it is paused or over
  public record Item(ScheduleEntry entry, Memory memory, Optional<Instant> next) {}

  /// Something that is planned.
  public record Appointment(ScheduleEntry entry, Instant at) {}

  /// The schedules in their order.
  public List<Item> items() {
    return entries.stream().map(entry -> new Item(entry, memory(entry), next(entry))).toList();
  }

  /// What comes next, the soonest first; what is done again and again is listed once.
  public List<Appointment> next(int count) {
    return entries.stream()
        .flatMap(entry -> appointments(entry, count))
        .sorted(Comparator.comparing(Appointment::at).thenComparing(each -> each.entry().name()))
        .limit(count)
        .toList();
  }

  /// The planned time before now, which is not caught up when the schedule is resumed.
  public static Optional<Instant> lastWindow(ScheduleEntry entry, Instant now) {
    return entry.timing() instanceof Timing.Cron cron ? Timetable.of(cron, entry).findLast(now) : Optional.empty();
  }

  private Stream<Appointment> appointments(ScheduleEntry entry, int count) {
    var first = next(entry).map(at -> new Appointment(entry, at));
    if (!(entry.timing() instanceof Timing.Cron cron)) {
      return first.stream();
    }
    var timetable = Timetable.of(cron, entry);
    return Stream.iterate(first, Optional::isPresent,
        before -> before.flatMap(each -> timetable.findNext(each.at())).map(at -> new Appointment(entry, at)))
        .flatMap(Optional::stream)
        .limit(count);
  }

  private Optional<Instant> next(ScheduleEntry entry) {
    if (memory(entry).paused()) {
      return Optional.empty();
    }
    return switch (entry.timing()) {
      case Timing.Every(var pause) -> Optional.of(memory(entry).lastFiredAt()
          .map(last -> last.plus(pause))
          .filter(at -> at.isAfter(now))
          .orElse(now));
      case Timing.Cron cron -> Timetable.of(cron, entry).findNext(now);
    };
  }

  private Memory memory(ScheduleEntry entry) {
    return memories.getOrDefault(entry.name(), Memory.NONE);
  }
}
