package band.civic.clerk.core.cli.schedule;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.schedule.Agenda;
import band.civic.clerk.core.schedule.Firing;
import band.civic.clerk.core.schedule.ScheduleBook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// `clerk schedule`: what clerk does by itself, and when.
@Command(name = "schedule", synopsisSubcommandLabel = "COMMAND", description = "Run, list and pause what clerk does by itself.")
public final class ScheduleCommand {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  private ScheduleCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  /// The command with those below it.
  public static CommandLine of(Rooms rooms) {
    return new CommandLine(new ScheduleCommand(rooms))
        .addSubcommand(new ScheduleRunCommand(rooms))
        .addSubcommand(new SchedulePrintCommand(rooms));
  }

  @Command(name = "list", description = "List the schedules, when each was last served and when it is time again.")
  int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var items = agenda().items();
    print(json ? Json.of(items.stream().map(ScheduleShapes::json).toList()) : ScheduleShapes.table(items));
    return 0;
  }

  @Command(name = "next", description = "Show what comes next: planned times, and the sites that are due.")
  int next(
      @Option(names = "-n", paramLabel = "N", defaultValue = "10", description = "So many of each (default: ${DEFAULT-VALUE}).") int count,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var agenda = agenda();
    var due = new NextSites(rooms).list(agenda.entries(), count);
    print(json
        ? Json.of(ScheduleShapes.json(agenda.next(count), due))
        : ScheduleShapes.table(agenda.next(count), due));
    return 0;
  }

  @Command(name = "pause", description = "Let a schedule do nothing until it is resumed.")
  int pause(@Mixin ScheduleChoice choice) {
    for (var entry : choice.of(schedules())) {
      new ScheduleBook(rooms.registry()).pause(entry.name());
      say("Schedule %s is paused.".formatted(entry.name()));
    }
    return 0;
  }

  @Command(name = "resume", description = "Let a paused schedule go on; what it missed is not caught up.")
  int resume(@Mixin ScheduleChoice choice) {
    for (var entry : choice.of(schedules())) {
      var before = Agenda.lastWindow(entry, rooms.clock().instant());
      new ScheduleBook(rooms.registry()).resume(entry.name(), before);
      say("Schedule %s goes on.".formatted(entry.name()));
    }
    return 0;
  }

  @Command(name = "fire", description = "Do what a schedule does, for whoever has another clock: serve the planned time if nobody did.")
  int fire(@Parameters(paramLabel = "NAME", description = "The schedule.") String name,
      @Option(names = "--now", description = "Even if it is not time, or the schedule is paused.") boolean now,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var entry = ScheduleChoice.get(schedules(), name);
    var firing = new Firing(rooms.scheduleDesk());
    var jobs = now ? firing.fireNow(entry) : firing.fire(entry);
    if (json) {
      print(Json.of(Map.of("schedule", name, "jobs", jobs)));
    } else {
      say(jobs == 0 ? "Nothing to do for " + name + "." : "%s: %d in the queue.".formatted(name, jobs));
    }
    return 0;
  }

  private Agenda agenda() {
    var memories = rooms.hasRegistry()
        ? new ScheduleBook(rooms.registry()).list()
        : Map.<String, ScheduleBook.Memory>of();
    return new Agenda(schedules(), memories, rooms.clock().instant());
  }

  private List<ScheduleEntry> schedules() {
    return Schedules.of(rooms);
  }

  private void say(String line) {
    if (!rooms.options().quiet()) {
      print(line);
    }
  }

  private void print(String text) {
    Objects.requireNonNull(spec).commandLine().getOut().println(text);
  }
}
