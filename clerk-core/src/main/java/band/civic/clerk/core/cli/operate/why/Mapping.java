package band.civic.clerk.core.cli.operate.why;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.agencies.AgencyEntry;
import band.civic.clerk.core.config.agencies.AgencyMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which agencies of which sources are mapped to the site, and whether each mapping holds.
final class Mapping {
  private final Rooms rooms;
  private final String subdomain;
  private final LocalDate today;

  Mapping(Rooms rooms, String subdomain) {
    this.rooms = rooms;
    this.subdomain = subdomain;
    this.today = LocalDate.ofInstant(rooms.clock().instant(), rooms.clock().getZone());
  }

  Reason reason() {
    var config = rooms.siteConfig();
    var reasons = new ArrayList<Reason>();
    if (config.findSite(subdomain).isEmpty()) {
      reasons.add(Reason.note("site file", config.siteFile(subdomain) + " is not there"));
    }
    var holding = 0;
    for (var source : config.sources()) {
      for (var agency : config.findAgencies(source).stream().flatMap(list -> list.agencies().stream()).toList()) {
        for (var mapping : agency.mappings().stream().filter(each -> each.subdomain().equals(subdomain)).toList()) {
          holding += mapping.enabled() && mapping.validOn(today) ? 1 : 0;
          reasons.add(reason(source, agency, mapping));
        }
      }
    }
    if (holding > 0) {
      // one that holds is enough; the others are told, and stand in nobody's way
      return new Reason("mapping", Reason.Verdict.GOOD,
          holding == 1 ? "an agency is mapped to it" : holding + " agencies are mapped to it", "", reasons
              .stream()
              .map(Mapping::told)
              .toList());
    }
    return reasons.stream().anyMatch(each -> each.verdict() == Reason.Verdict.BAD)
        ? Reason.of("mapping", "no mapping of an agency holds", reasons)
        : new Reason("mapping", Reason.Verdict.NOTE, "no agency of %s is mapped to it".formatted(config.sources()), "",
            reasons);
  }

  private static Reason told(Reason reason) {
    return reason.verdict() == Reason.Verdict.BAD
        ? new Reason(reason.what(), Reason.Verdict.NOTE, reason.message(), reason.fix(), List.of())
        : reason;
  }

  private Reason reason(String source, AgencyEntry agency, AgencyMapping mapping) {
    var what = "%s %s".formatted(source, agency.name());
    if (!mapping.enabled()) {
      return Reason.bad(what, mapping.needsReview()
          ? "the mapping is proposed and nobody accepted it"
          : "the mapping is switched off", "`clerk agency accept` accepts it.");
    }
    return mapping.validOn(today)
        ? Reason.good(what, "is mapped and enabled")
        : Reason.bad(what, "the mapping does not hold today (%s to %s)".formatted(mapping.from()
            .map(
                LocalDate::toString)
            .orElse("…"), mapping.until().map(LocalDate::toString).orElse("…")),
            "Correct its dates in " + rooms.siteConfig().agenciesFile(source) + ".");
  }
}
