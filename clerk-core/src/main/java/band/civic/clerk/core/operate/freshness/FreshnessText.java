package band.civic.clerk.core.operate.freshness;

import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.operate.state.Times;
import java.util.stream.Collectors;

/// A report in a few lines, for a mail: what is not fresh is named.
final class FreshnessText {

  private FreshnessText() {}

  static String subject(FreshnessReport report) {
    return "clerk: freshness, " + report.counts()
        .entrySet()
        .stream()
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey().word()))
        .collect(Collectors.joining(", "));
  }

  static String body(FreshnessReport report) {
    return report.lines()
        .stream()
        .filter(line -> line.state().standing() == Standing.STALE || line.state().standing() == Standing.FAILING)
        .map(line -> "%s %s: %s, last success %s".formatted(line.state().key().subdomain(),
            line.state().key().dataType(),
            line.state().standing().word(), line.state().lastSuccessAt().map(Times::exact).orElse("never")))
        .collect(Collectors.joining("\n", "As of %s:\n\n".formatted(Times.exact(report.at())),
            "\n\n`clerk report freshness` lists all sites.\n"));
  }
}
