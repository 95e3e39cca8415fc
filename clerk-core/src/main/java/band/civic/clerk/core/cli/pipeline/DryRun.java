package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.SiteSelection.Choice;
import band.civic.clerk.core.cli.pipeline.view.PlanView;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.Plans;
import band.civic.clerk.core.pipeline.TaskPlan;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.SiteProblem.UnknownSite;
import band.civic.clerk.spi.Site;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `--dry-run`: shows what would be run. Makes no registry, no directory and no row.
///
/// @param rooms to look for sites
/// @param order what was typed
/// @param console where it is shown
record DryRun(Rooms rooms, Order order, Console console) {

  /// @return the exit code
  int run(Choice choice) {
    var plans = new LinkedHashMap<String, TaskPlan>();
    sites(choice).forEach(site -> plans.put(site.subdomain(), plan(site)));
    var type = order.work().name();
    if (choice instanceof Choice.One(var subdomain)) {
      plans.forEach((name, plan) -> console.print(() -> PlanView.lines(name, plan), () -> PlanView.json(subdomain, type,
          plan)));
    } else {
      console.print(() -> lines(plans), () -> documents(plans));
    }
    return ExitCodes.OK;
  }

  private List<Site> sites(Choice choice) {
    return switch (choice) {
      case Choice.One(var subdomain) -> List.of(one(subdomain));
      case Choice.All() -> supported();
      case Choice.Next() -> next();
    };
  }

  private Site one(String subdomain) {
    return rooms.previewSite(subdomain).orElseThrow(() -> new UnknownSite(subdomain));
  }

  private List<Site> supported() {
    return rooms.hasRegistry()
        ? rooms.sites().listSites().stream().<Site>map(site -> site).filter(order.pipeline()::supports).toList()
        : List.of();
  }

  /// The site that would be chosen, found without writing down which sites are enabled.
  private List<Site> next() {
    var now = rooms.clock().instant();
    var due = rooms.hasRegistry() ? dueTimes() : Map.<String, Instant>of();
    return rooms.previewSites()
        .stream()
        .filter(order.pipeline()::supports)
        .filter(site -> !dueAt(due, site).isAfter(now))
        .min(Comparator.comparing((Site site) -> dueAt(due, site)).thenComparing(Site::subdomain))
        .stream()
        .toList();
  }

  private Map<String, Instant> dueTimes() {
    return new SiteDatasets(rooms.registry()).mapDueTimes(order.work().name());
  }

  private static Instant dueAt(Map<String, Instant> due, Site site) {
    return due.getOrDefault(site.subdomain(), Instant.MIN);
  }

  private TaskPlan plan(Site site) {
    var request = order.forSite(site);
    return rooms.hasRegistry() ? rooms.jobs().plan(request) : Plans.first(request, rooms.clock().instant());
  }

  private static List<String> lines(Map<String, TaskPlan> plans) {
    return plans.isEmpty()
        ? List.of("No site would be worked on.")
        : plans.entrySet().stream().flatMap(plan -> PlanView.lines(plan.getKey(), plan.getValue()).stream()).toList();
  }

  private List<Map<String, Object>> documents(Map<String, TaskPlan> plans) {
    var type = order.work().name();
    return plans.entrySet().stream().map(plan -> PlanView.json(plan.getKey(), type, plan.getValue())).toList();
  }
}
