package band.civic.clerk.core.config.agencies;

import band.civic.clerk.core.config.agencies.SourceList.Listed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a person who reviews the mapping has to look at. It reads and proposes; it changes nothing.
public final class AgencyReview {
  private final AgencyList list;

  public AgencyReview(AgencyList list) {
    this.list = list;
  }

  /// Something worth a look.
  ///
  /// @param subject an agency (`12:COA`), an id, a shortcut or a subdomain
  /// @param message what about it
  public record Finding(String subject, String message) {}

  /// A mapping that the names suggest.
  ///
  /// @param agency as the source lists it
  /// @param subdomain by the rule; absent when the name has no known shape
  /// @param siteName the place's name; the agency's when the name has no known shape
  /// @param kind `city`, `county`
  /// @param doubt why to look twice; empty when nothing speaks against it
  public record Proposal(Listed agency, Optional<String> subdomain, String siteName, String kind, String doubt) {}

  /// Proposals for the agencies of the source that are neither mapped nor skipped in the file.
  public List<Proposal> propose(List<Listed> listed) {
    var taken = new LinkedHashMap<String, String>();
    list.agencies()
        .forEach(agency -> agency.mappings()
            .forEach(mapping -> taken.putIfAbsent(mapping.subdomain(), agency.key().toString())));
    var proposals = new ArrayList<Proposal>();
    for (var agency : listed) {
      if (list.find(agency.key()).filter(known -> known.skip().isPresent() || !known.mappings().isEmpty()).isEmpty()) {
        var proposal = propose(agency, taken, listed);
        proposal.subdomain().ifPresent(subdomain -> taken.putIfAbsent(subdomain, agency.key().toString()));
        proposals.add(proposal);
      }
    }
    return List.copyOf(proposals);
  }

  private static Proposal propose(Listed agency, Map<String, String> taken, List<Listed> listed) {
    var place = AgencyNames.read(agency.name());
    if (place.isEmpty()) {
      return new Proposal(agency, Optional.empty(), agency.name(), "", "the name has no known shape");
    }
    var subdomain = place.get().subdomain();
    var doubts = new ArrayList<String>();
    Optional.ofNullable(taken.get(subdomain)).ifPresent(other -> doubts.add(other + " has this subdomain"));
    if (listed.stream().anyMatch(other -> other.key().id() == agency.key().id() && !other.equals(agency))) {
      doubts.add("id " + agency.key().id() + " is used twice");
    }
    return new Proposal(agency, Optional.of(subdomain), place.get().name(), place.get().kind(),
        String.join("; ", doubts));
  }

  /// Agencies that no site publishes and nobody skipped.
  public List<Finding> unmapped() {
    return list.agencies()
        .stream()
        .filter(agency -> !agency.isMapped() && agency.skip().isEmpty())
        .map(agency -> new Finding(agency.key().toString(), agency.name() + agency.mappings()
            .stream()
            .map(
                mapping -> "; off for " + mapping.subdomain() + (mapping.note().isEmpty() ? "" : ": " + mapping.note()))
            .collect(Collectors.joining())))
        .toList();
  }

  /// Mappings that are open to doubt: to be reviewed, several agencies of one site, several sites of one agency, ids and
  /// shortcuts that stand for more than one agency.
  public List<Finding> ambiguous() {
    var findings = new ArrayList<Finding>();
    var bySite = new TreeMap<String, List<String>>();
    for (var agency : list.agencies()) {
      for (var mapping : agency.mappings()) {
        bySite.computeIfAbsent(mapping.subdomain(), s -> new ArrayList<>()).add(agency.key() + " " + agency.name());
        if (mapping.needsReview()) {
          findings.add(new Finding(agency.key().toString(), "review needed for %s%s".formatted(mapping.subdomain(),
              mapping.note().isEmpty() ? "" : ": " + mapping.note())));
        }
      }
      if (agency.mappings().size() > 1) {
        findings.add(new Finding(agency.key().toString(), agency.name() + " is mapped to " + agency.mappings()
            .stream()
            .map(AgencyMapping::subdomain)
            .collect(Collectors.joining(", "))));
      }
    }
    bySite.forEach((site, agencies) -> {
      if (agencies.size() > 1) {
        findings.add(new Finding(site, "has several agencies: " + String.join(", ", agencies)));
      }
    });
    shared("id", agency -> String.valueOf(agency.key().id()), findings);
    shared("shortcut", agency -> agency.key().shortcut(), findings);
    return List.copyOf(findings);
  }

  private void shared(String what, Function<AgencyEntry, String> half, List<Finding> findings) {
    list.agencies()
        .stream()
        .collect(Collectors.groupingBy(half, TreeMap::new, Collectors.toList()))
        .forEach((value, agencies) -> {
          if (agencies.size() > 1) {
            findings.add(new Finding(value, "%s of several agencies: %s".formatted(what, agencies.stream()
                .map(agency -> agency.key() + " " + agency.name())
                .collect(Collectors.joining(", ")))));
          }
        });
  }

  /// How the source's list differs from the file: new, gone, renamed.
  public List<Finding> diff(List<Listed> listed) {
    var findings = new ArrayList<Finding>();
    var names = new TreeMap<AgencyKey, String>();
    listed.forEach(agency -> names.put(agency.key(), agency.name()));
    names.forEach((key, name) -> {
      var known = list.find(key).map(AgencyEntry::name);
      if (known.isEmpty()) {
        findings.add(new Finding(key.toString(), "new: " + name));
      } else if (!known.get().equals(name)) {
        findings.add(new Finding(key.toString(), "renamed: %s, was %s".formatted(name, known.get())));
      }
    });
    list.agencies()
        .stream()
        .filter(agency -> !names.containsKey(agency.key()))
        .forEach(agency -> findings.add(new Finding(agency.key().toString(), "gone: " + agency.name())));
    return List.copyOf(findings);
  }
}
