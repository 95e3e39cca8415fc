package band.civic.clerk.core;

import static java.util.stream.Collectors.toMap;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.schedule.ScheduleDesk;
import band.civic.clerk.spi.Site;
import java.util.Map;
import java.util.function.Predicate;

/// Furnishes the room of the schedule.
///
/// @param rooms the others
record Scheduling(Rooms rooms) {

  ScheduleDesk desk() {
    return new ScheduleDesk(rooms.registry(), rooms.sites(), rooms.jobKinds(), pipelines(), rooms.clock());
  }

  private Map<String, Predicate<Site>> pipelines() {
    return rooms.plugins()
        .pipelines()
        .stream()
        .collect(toMap(pipeline -> pipeline.value().dataType(), pipeline -> pipeline.value()::supports));
  }
}
