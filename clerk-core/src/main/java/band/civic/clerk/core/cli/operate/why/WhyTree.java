package band.civic.clerk.core.cli.operate.why;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Site;
import java.util.ArrayList;
import java.util.List;

/// Grows the tree of one site: what must be so before any data type, then each data type.
final class WhyTree {
  private final Rooms rooms;
  private final Site site;

  WhyTree(Rooms rooms, Site site) {
    this.rooms = rooms;
    this.site = site;
  }

  Reason grow() {
    var reasons = new ArrayList<Reason>();
    reasons.add(registered());
    reasons.add(plugins());
    reasons.add(new Mapping(rooms, site.subdomain()).reason());
    var pipelines = rooms.plugins().pipelines().stream().map(Contributed::value).toList();
    var served = pipelines.stream().filter(pipeline -> pipeline.supports(site)).toList();
    if (!pipelines.isEmpty() && served.isEmpty()) {
      reasons.add(Reason.bad("pipelines", "none of %s serves this site: no agency that they know is mapped to it"
          .formatted(pipelines.stream().map(Pipeline::dataType).toList()),
          "Map an agency: `clerk agency unmapped` lists those that no site shows, `clerk agency accept` maps one."));
    }
    for (var pipeline : pipelines) {
      reasons.add(served.contains(pipeline)
          ? new DataReasons(rooms, site.subdomain(), pipeline).reason()
          : Reason.note(pipeline.dataType(), "its pipeline has nothing for this site"));
    }
    return Reason.of(site.subdomain(), site.name(), reasons);
  }

  private Reason registered() {
    return rooms.hasRegistry() && rooms.sites().findSite(site.subdomain()).isPresent()
        ? Reason.good("registry", "the site is registered")
        : Reason.bad("registry", "the site is reviewed but not registered yet",
            "Any run registers it, or `clerk site import` for all reviewed sites.");
  }

  private Reason plugins() {
    var plugins = rooms.plugins();
    var broken = plugins.broken().stream().map(each -> each.message()).toList();
    if (plugins.pipelines().isEmpty()) {
      return Reason.bad("plugins", broken.isEmpty()
          ? "no plugin with a pipeline is in " + rooms.settings().pluginsDirectory()
          : String.join("; ", broken), "`clerk plugin list` and `clerk plugin verify` tell more.");
    }
    var types = plugins.pipelines().stream().map(each -> each.value().dataType()).toList();
    return broken.isEmpty()
        ? Reason.good("plugins", "there are pipelines for " + String.join(", ", types))
        : new Reason("plugins", Reason.Verdict.NOTE,
            "there are pipelines for %s; broken: %s".formatted(String.join(", ",
                types), String.join("; ", broken)),
            "`clerk plugin verify` tells more.", List.of());
  }
}
