package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.core.operate.state.Runs;
import band.civic.clerk.core.operate.state.Standing;
import java.time.Duration;
import java.util.stream.Collectors;

/// Sites and their runs.
final class SiteChecks {
  private static final int NAMED = 5;
  private static final Duration DAY = Duration.ofDays(1);

  private final OperateDesk desk;

  SiteChecks(OperateDesk desk) {
    this.desk = desk;
  }

  Check stale() {
    var sites = desk.sites().stream().filter(site -> site.standing() != Standing.IDLE).toList();
    var stale = sites.stream().filter(site -> site.standing() == Standing.STALE).toList();
    if (stale.isEmpty()) {
      return Check.healthy("stale-sites", "none of %d is older than %d h".formatted(sites.size(),
          desk.settings().staleAfter().toHours()));
    }
    var names = stale.stream()
        .limit(NAMED)
        .map(site -> site.key().subdomain() + "/" + site.key().dataType())
        .collect(Collectors.joining(", "));
    var message = "%d of %d were not looked at for %d h: %s%s. `clerk why %s` tells why.".formatted(stale.size(),
        sites.size(), desk.settings().staleAfter().toHours(), names, stale.size() > NAMED ? ", …" : "",
        stale.getFirst().key().subdomain());
    return stale.size() * 2 > sites.size() && sites.size() > 2
        ? Check.unhealthy("stale-sites", message)
        : Check.degraded("stale-sites", message);
  }

  Check stuck() {
    var now = desk.clock().instant();
    var stuck = new Runs(desk.registry()).listRunning().stream().filter(run -> !run.isLive(now)).toList();
    return stuck.isEmpty()
        ? Check.healthy("stuck-runs", "none")
        : Check.degraded("stuck-runs", "%d runs count as running and gave no sign (%s). Run `clerk reconcile`."
            .formatted(stuck.size(), stuck.getFirst().runId()));
  }

  Check failureRate() {
    var counts = new Runs(desk.registry()).countSince(desk.clock().instant().minus(DAY));
    var message = "%d of %d runs of the last day failed".formatted(counts.failed(), counts.total());
    return counts.areAlarming(desk.settings().failurePercent())
        ? Check.degraded("failure-rate", message + ". `clerk status` names them.")
        : Check.healthy("failure-rate", message);
  }
}
