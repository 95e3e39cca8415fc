package band.civic.clerk.core.config.agencies;

import band.civic.clerk.spi.Site.Agency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The agencies of one source and the sites they are mapped to: `site-config/agencies/SOURCE.yaml`. Nothing is derived:
/// an agency or a pair that does not stand in the file does not exist for clerk.
///
/// @param source `netfile`
/// @param listed the day on which the source gave the list
/// @param agencies by id, then shortcut
public record AgencyList(String source, LocalDate listed, List<AgencyEntry> agencies) {

  public AgencyList {
    agencies = agencies.stream().sorted(Comparator.comparing(AgencyEntry::key)).toList();
  }

  /// The agency with that key.
  public Optional<AgencyEntry> find(AgencyKey key) {
    return agencies.stream().filter(agency -> agency.key().equals(key)).findFirst();
  }

  /// The agencies whose filings the site publishes on that day.
  public List<Agency> agenciesOf(String subdomain, LocalDate day) {
    var found = new ArrayList<Agency>();
    for (var agency : agencies) {
      agency.mappings()
          .stream()
          .filter(mapping -> mapping.subdomain().equals(subdomain) && mapping.enabled() && mapping.validOn(day))
          .map(mapping -> new Agency(source, agency.key().id(), agency.key().shortcut(), agency.name(),
              mapping.scope(), mapping.note(), mapping.from(), mapping.until()))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  /// The list with an entry in place of the one that has its key, or added.
  public AgencyList with(AgencyEntry entry) {
    var others = new ArrayList<>(agencies);
    others.removeIf(agency -> agency.key().equals(entry.key()));
    others.add(entry);
    return new AgencyList(source, listed, others);
  }
}
