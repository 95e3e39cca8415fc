package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.operate.Installed;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return Stream.concat(rooms.plugins().pipelines().stream().map(pipeline -> pipeline.value().dataType()),
        rooms.plugins().jobTypes().stream().map(job -> job.value().queue()))
        .collect(Collectors.toCollection(TreeSet::new));
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
