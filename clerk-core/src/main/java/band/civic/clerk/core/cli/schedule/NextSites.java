package band.civic.clerk.core.cli.schedule;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.core.config.schedules.Wish;
import band.civic.clerk.core.site.DueSites.Scope;
import band.civic.clerk.core.site.DueSites;
import java.util.List;

/// The sites that the next hand-outs would take.
///
/// @param rooms where the registry is
record NextSites(Rooms rooms) {

  /// The due sites of a data type.
  ///
  /// @param dataType `finance`
  /// @param count how many are due
  /// @param first the most urgent
  record Due(String dataType, int count, List<String> first) {}

  /// For each data type that a schedule serves by due sites.
  List<Due> list(List<ScheduleEntry> entries, int limit) {
    return rooms.hasRegistry()
        ? entries.stream()
            .map(ScheduleEntry::wish)
            .filter(wish -> wish.sites() == For.DUE)
            .map(Wish::dataType)
            .distinct()
            .map(type -> due(type, limit))
            .toList()
        : List.of();
  }

  private Due due(String dataType, int limit) {
    var sites = new DueSites(rooms.registry());
    var now = rooms.clock().instant();
    return new Due(dataType, sites.count(Scope.of(dataType), now), sites.list(Scope.of(dataType), now, limit));
  }
}
