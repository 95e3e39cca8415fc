package band.civic.clerk.core.cli.schedule;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.ScheduleFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.List;

/// The schedules that commands work on.
final class Schedules {

  private Schedules() {}

  /// Those of the reviewed site data.
  ///
  /// @throws BadConfiguration when there are none, or the file is wrong
  static List<ScheduleEntry> of(Rooms rooms) {
    var directory = rooms.settings().siteConfigDirectory();
    var schedules = ScheduleFile.read(directory);
    if (schedules.isEmpty()) {
      throw new BadConfiguration("%s names no schedule. docs/how-to/schedule.md shows how to write one."
          .formatted(ScheduleFile.fileIn(directory)));
    }
    return schedules;
  }
}
