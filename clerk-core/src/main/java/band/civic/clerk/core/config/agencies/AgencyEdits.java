package band.civic.clerk.core.config.agencies;

import band.civic.clerk.core.config.agencies.AgencyReview.Proposal;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes to the reviewed list that a person asked for. Each gives a new list; nothing is written here.
public final class AgencyEdits {
  private final AgencyList list;

  public AgencyEdits(AgencyList list) {
    this.list = list;
  }

  /// What a person accepts.
  ///
  /// @param subdomain the site
  /// @param scope whose filings they are; absent: as proposed, else `own`
  /// @param note what a reader must be told; absent: as proposed
  public record Acceptance(String subdomain, Optional<String> scope, Optional<String> note) {}

  /// Enables the mapping of an agency to a site, and marks it as reviewed.
  ///
  /// @throws BadConfiguration when the agency is not in the file, is skipped, or is mapped to that site already
  public AgencyList accept(AgencyKey key, Acceptance acceptance) {
    var agency = list.find(key)
        .orElseThrow(() -> new BadConfiguration(
            "Agency %s is not in the file. `clerk agency propose --write` adds what the source lists.".formatted(key)));
    agency.skip().ifPresent(reason -> {
      throw new BadConfiguration("Agency %s is skipped on purpose: %s. Take `skip` out of the file first."
          .formatted(key, reason));
    });
    var mappings = new ArrayList<>(agency.mappings());
    var found = mappings.stream().filter(mapping -> mapping.subdomain().equals(acceptance.subdomain())).findFirst();
    var accepted = accepted(found.orElse(AgencyMapping.proposed(acceptance.subdomain(), "")), acceptance);
    if (found.filter(accepted::equals).isPresent()) {
      throw new BadConfiguration("Agency %s is mapped to %s already; nothing was changed."
          .formatted(key, acceptance.subdomain()));
    }
    found.ifPresentOrElse(old -> mappings.set(mappings.indexOf(old), accepted), () -> mappings.add(accepted));
    return list.with(agency.withMappings(mappings));
  }

  /// Adds what was proposed: agencies that are new, and their mappings, which stay off until someone accepts them.
  public AgencyList add(List<Proposal> proposals) {
    var edited = list;
    for (var proposal : proposals) {
      var mappings = proposal.subdomain()
          .map(subdomain -> List.of(AgencyMapping.proposed(subdomain, proposal.doubt())))
          .orElse(List.of());
      edited = edited.with(new AgencyEntry(proposal.agency().key(), proposal.agency().name(),
          proposal.kind().isEmpty() ? "special-district" : proposal.kind(), Optional.empty(), mappings));
    }
    return edited;
  }

  private static AgencyMapping accepted(AgencyMapping before, Acceptance acceptance) {
    return new AgencyMapping(before.subdomain(), acceptance.scope().orElse(before.scope()), true, false,
        acceptance.note().orElse(before.note()), before.from(), before.until());
  }
}
