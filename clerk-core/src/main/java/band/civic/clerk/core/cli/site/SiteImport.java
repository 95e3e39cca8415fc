package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.config.sites.SiteFile;
import band.civic.clerk.core.config.sites.SiteTable;
import band.civic.clerk.core.site.SiteChange;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where the rows of an import come from.
final class SiteImport {
  private final CommandLine command;
  private final SiteConfig config;

  SiteImport(CommandLine command, SiteConfig config) {
    this.command = command;
    this.config = config;
  }

  /// The rows to merge.
  ///
  /// @throws ParameterException unless one FILE, `--from-config SUBDOMAIN…` or `--from-config --all` was given
  List<SiteChange> changes(ImportOptions options) {
    if (options.fromConfig) {
      if (options.all == !options.targets.isEmpty()) {
        throw new ParameterException(command, "--from-config takes subdomains or --all");
      }
      return (options.all ? config.listSites().stream() : reviewed(options.targets)).map(this::change).toList();
    }
    if (options.all || options.targets.size() != 1) {
      throw new ParameterException(command, "Name one FILE, or use --from-config");
    }
    return SiteTable.read(Path.of(options.targets.getFirst()))
        .stream()
        .map(row -> new SiteChange(row.place(), row.fields()))
        .toList();
  }

  private Stream<SiteFile> reviewed(List<String> subdomains) {
    return subdomains.stream()
        .map(subdomain -> config.findSite(subdomain)
            .orElseThrow(() -> new BadConfiguration("There is no %s. `clerk site new` makes a site without one."
                .formatted(config.siteFile("SUBDOMAIN").resolveSibling(subdomain + ".yaml")))));
  }

  private SiteChange change(SiteFile file) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("subdomain", file.subdomain());
    fields.put("name", file.name());
    fields.put("state", file.state());
    fields.put("country", file.country());
    fields.put("kind", file.kind());
    file.position().ifPresent(position -> {
      fields.put("lat", String.valueOf(position.lat()));
      fields.put("lng", String.valueOf(position.lng()));
    });
    file.extra().forEach((key, value) -> fields.put("extra." + key, value));
    return new SiteChange(config.siteFile(file.subdomain()).toString(), fields);
  }
}
