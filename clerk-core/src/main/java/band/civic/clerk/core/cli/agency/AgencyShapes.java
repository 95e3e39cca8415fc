package band.civic.clerk.core.cli.agency;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.config.agencies.AgencyEntry;
import band.civic.clerk.core.config.agencies.AgencyMapping;
import band.civic.clerk.core.config.agencies.AgencyReview.Finding;
import band.civic.clerk.core.config.agencies.AgencyReview.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Agencies as JSON and as tables.
final class AgencyShapes {

  private AgencyShapes() {}

  static Map<String, Object> json(AgencyEntry agency) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", agency.key().id());
    json.put("shortcut", agency.key().shortcut());
    json.put("name", agency.name());
    json.put("kind", agency.kind());
    json.put("skip", agency.skip());
    json.put("mappings", agency.mappings().stream().map(AgencyShapes::json).toList());
    return json;
  }

  static Map<String, Object> json(Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("subject", finding.subject());
    json.put("message", finding.message());
    return json;
  }

  static Map<String, Object> json(Proposal proposal) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", proposal.agency().key().id());
    json.put("shortcut", proposal.agency().key().shortcut());
    json.put("name", proposal.agency().name());
    json.put("subdomain", proposal.subdomain());
    json.put("kind", proposal.kind());
    json.put("doubt", proposal.doubt());
    return json;
  }

  static String table(List<AgencyEntry> agencies) {
    var table = TextTable.of("AGENCY", "NAME", "KIND", "SITES");
    agencies.forEach(agency -> table.add(agency.key(), agency.name(), agency.kind(), sites(agency)));
    return table.toString();
  }

  static String findings(List<Finding> findings) {
    var table = TextTable.of("WHAT", "FINDING");
    findings.forEach(finding -> table.add(finding.subject(), finding.message()));
    return table.toString();
  }

  static String proposals(List<Proposal> proposals) {
    var table = TextTable.of("AGENCY", "NAME", "SUBDOMAIN", "DOUBT");
    proposals.forEach(proposal -> table.add(proposal.agency().key(), proposal.agency().name(),
        proposal.subdomain().orElse("-"), proposal.doubt()));
    return table.toString();
  }

  private static String sites(AgencyEntry agency) {
    return agency.skip()
        .map(reason -> "skipped: " + reason)
        .orElseGet(() -> agency.mappings()
            .stream()
            .map(AgencyShapes::site)
            .collect(Collectors.joining(", ")));
  }

  private static String site(AgencyMapping mapping) {
    return mapping.subdomain() + (mapping.scope().equals("own") ? "" : " (" + mapping.scope() + ")")
        + (mapping.enabled() ? "" : " (off)") + (mapping.needsReview() ? " (review needed)" : "");
  }

  private static Map<String, Object> json(AgencyMapping mapping) {
    var json = new LinkedHashMap<String, Object>();
    json.put("subdomain", mapping.subdomain());
    json.put("scope", mapping.scope());
    json.put("enabled", mapping.enabled());
    json.put("review", mapping.needsReview() ? "needed" : "accepted");
    json.put("note", mapping.note());
    json.put("from", mapping.from());
    json.put("until", mapping.until());
    return json;
  }
}
