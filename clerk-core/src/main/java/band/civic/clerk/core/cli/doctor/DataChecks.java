package band.civic.clerk.core.cli.doctor;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.spi.ClerkException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// What people put there: plugins and reviewed site data.
final class DataChecks {
  private static final int NAMED = 20;

  private final Rooms rooms;

  DataChecks(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Finding> run() {
    var findings = new ArrayList<>(plugins());
    findings.addAll(siteConfig());
    return findings;
  }

  private List<Finding> plugins() {
    var directory = rooms.settings().pluginsDirectory();
    var findings = new ArrayList<Finding>();
    try (var plugins = Plugins.inspect(directory, rooms.pluginContext(), rooms.version())) {
      plugins.broken()
          .forEach(broken -> findings.add(Finding.error("plugins", broken.message(),
              "Replace " + broken.file() + " or take it away.")));
      plugins.clashes()
          .forEach(clash -> findings.add(Finding.error("plugins", clash, "Take one of them out of "
              + directory + ".")));
      rooms.settings()
          .settings()
          .unknown(plugins.settings(), plugins.areComplete())
          .forEach(key -> findings.add(Finding.error("settings", key, "Correct it or take it away.")));
      if (plugins.loaded().isEmpty() && findings.isEmpty()) {
        findings.add(Finding.warning("plugins", "there are none in " + directory,
            "Put plugin jars there, or name another directory with --plugins-dir or CLERK_PLUGINS_DIR."));
      }
      plugins.loaded().forEach(plugin -> findings.add(Finding.ok("plugins", plugin.id() + " " + plugin.version())));
    } catch (ClerkException e) {
      findings.add(Finding.error("plugins", String.valueOf(e.getMessage()), ""));
    }
    return findings;
  }

  private List<Finding> siteConfig() {
    var config = rooms.siteConfig();
    if (!Files.isDirectory(config.directory())) {
      return List.of(Finding.warning("site-config", config.directory() + " does not exist",
          "Name the reviewed site data with --site-config-dir or CLERK_SITE_CONFIG_DIR."));
    }
    var problems = config.problems();
    if (problems.isEmpty()) {
      return List
          .of(Finding.ok("site-config", "%d sites in %s".formatted(config.listSites().size(), config.directory())));
    }
    return problems.stream()
        .limit(NAMED)
        .map(problem -> Finding.error("site-config", problem, "Correct the file."))
        .toList();
  }
}
