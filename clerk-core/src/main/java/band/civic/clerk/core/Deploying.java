package band.civic.clerk.core;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.deploy.DeployJob;
import band.civic.clerk.core.deploy.Deployer;
import band.civic.clerk.core.deploy.target.ConfiguredTargets;
import band.civic.clerk.core.event.Dispatcher;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.SiteDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How deploying is put together: the host's own targets that somebody set up, and those of plugins.
///
/// @param rooms where the rest is
/// @param events tells listeners of what was deployed
record Deploying(Rooms rooms, Dispatcher events) {

  Deployer deployer() {
    return new Deployer(rooms.settings().storageDirectory(), rooms.registry(), declarations(), rooms.clock());
  }

  DeployJob job() {
    return new DeployJob(this::deployer, this::targets, events::announce);
  }

  /// All targets, the host's own first.
  ///
  /// @throws BadConfiguration when a plugin brings one of the host's names
  List<DeployTarget> targets() {
    var settings = rooms.settings();
    var targets = new ArrayList<>(ConfiguredTargets.of(settings.settings(),
        settings.findDirectory("deploy.directory.path")));
    for (var each : rooms.plugins().deployTargets()) {
      if (ConfiguredTargets.NAMES.contains(each.value().name())) {
        throw new BadConfiguration("The plugin %s brings the deploy target '%s', which is the host's own."
            .formatted(each.plugin(), each.value().name()));
      }
      targets.add(each.value());
    }
    return targets;
  }

  private Map<String, SiteDatabase> declarations() {
    var declarations = new HashMap<String, SiteDatabase>();
    rooms.plugins().pipelines().forEach(each -> declarations.put(each.value().dataType(), each.value().database()));
    return declarations;
  }
}
