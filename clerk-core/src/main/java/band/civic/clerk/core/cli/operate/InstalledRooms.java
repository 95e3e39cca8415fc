package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.schedules.ScheduleFile;
import band.civic.clerk.core.operate.Installed;
import band.civic.clerk.core.operate.Planned;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.schedule.Agenda;
import band.civic.clerk.core.schedule.ScheduleBook;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What this host and its plugins bring.
record InstalledRooms(Rooms rooms) implements Installed {

  @Override
  public Set<DatasetKey> wanted() {
    var sites = rooms.sites().listSites();
    return rooms.plugins()
        .pipelines()
        .stream()
        .map(Contributed::value)
        .flatMap(pipeline -> sites.stream()
            .filter(pipeline::supports)
            .map(site -> new DatasetKey(site.subdomain(), pipeline.dataType())))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> queues() {
    return rooms.jobKinds().queues();
  }

  @Override
  public Set<String> types() {
    return rooms.jobKinds().types();
  }

  @Override
  public List<Planned> planned() {
    var schedules = ScheduleFile.read(rooms.settings().siteConfigDirectory());
    var memories = new ScheduleBook(rooms.registry()).list();
    return new Agenda(schedules, memories, rooms.clock().instant()).items()
        .stream()
        .map(item -> new Planned(item.entry().name(), what(item), item.next(), item.memory().lastFiredAt(),
            item.memory().paused()))
        .toList();
  }

  private static String what(Agenda.Item item) {
    var description = item.entry().description();
    return description.isEmpty() ? item.entry().wish().job() : description;
  }

  @Override
  public NewJob refresh(DatasetKey key) {
    return rooms.jobKinds().get(key.dataType() + ".etl").forSite(key.subdomain(), Map.of());
  }

  @Override
  public Map<String, String> files() {
    return rooms.plugins()
        .pipelines()
        .stream()
        .collect(
            Collectors.toMap(pipeline -> pipeline.value().dataType(), pipeline -> pipeline.value().database().path()));
  }

  @Override
  public List<HealthCheck> healthChecks() {
    return rooms.plugins().healthChecks().stream().map(Contributed::value).toList();
  }
}
