package band.civic.electionfinance.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.extract.source.Reading;
import band.civic.electionfinance.extract.source.Shelf;
import band.civic.electionfinance.extract.source.Source;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Tries the ways into NetFile one after the other. Each year comes wholly from one of them: what the first did not
/// complete, the next is asked for.
final class SourceOrder {
  private final List<Source> sources;
  private final Shelf shelf;
  private final Tally tally;
  private final Site.Agency agency;
  /// Why years are missing, by year and source.
  private final Map<Integer, Map<String, Reading.Miss>> misses = new TreeMap<>();

  SourceOrder(List<Source> sources, Shelf shelf, Tally tally, Site.Agency agency) {
    this.sources = sources;
    this.shelf = shelf;
    this.tally = tally;
    this.agency = agency;
  }

  /// The sources that are set for the agency, in their order.
  static List<Source> inOrder(NetFileSettings settings, Site.Agency agency, Map<String, Source> all) {
    var own = "netfile.sources." + agency.shortcut().toLowerCase(Locale.ROOT);
    var names = settings.list(settings.find(own).isPresent() ? own : "netfile.sources");
    return names.stream()
        .map(name -> Optional.ofNullable(all.get(name))
            .orElseThrow(
                () -> new ClerkException.BadConfiguration("the setting netfile.sources knows " + String.join(", ",
                    all.keySet()
                        .stream()
                        .sorted()
                        .toList())
                    + "; not \"" + name + "\"")))
        .toList();
  }

  /// The years of the first source that has any.
  List<Integer> listYears() {
    var reasons = new ArrayList<String>();
    for (var source : sources) {
      try {
        var years = source.listYears(agency);
        if (!years.isEmpty()) {
          return years;
        }
        reasons.add(source.name() + ": offers nothing");
      } catch (ClerkException.SourceUnavailable | ClerkException.BadSourceData e) {
        reasons.add(source.name() + ": " + Reading.Miss.failed(e).reason());
      }
    }
    throw new ClerkException.SourceUnavailable(
        "NetFile names no year of %s (%s). Nothing was replaced; try again later, or name years with --years."
            .formatted(agency.shortcut(), String.join("; ", reasons)));
  }

  /// Reads these years.
  ///
  /// @throws ClerkException when a year failed; the years that did not are kept
  void read(List<Integer> years) {
    var remaining = new ArrayList<>(years);
    for (var source : sources) {
      var wanted = remaining.stream().filter(year -> mayRead(source, year)).toList();
      if (wanted.isEmpty()) {
        continue;
      }
      var reading = source.read(agency, wanted);
      reading.done().values().forEach(tally::add);
      reading.done().keySet().forEach(year -> noteFallback(source, year));
      reading.missed().forEach((year, miss) -> missesOf(year).put(source.name(), miss));
      remaining.removeAll(reading.done().keySet());
    }
    tally.noteAll(shelf.notices());
    settle(remaining);
  }

  private boolean mayRead(Source source, int year) {
    var stored = shelf.findComplete(agency, year);
    if (source.replacesOthers() || stored.isEmpty() || stored.get().unit().adapter().equals(source.name())) {
      return true;
    }
    missesOf(year).put(source.name(), Reading.Miss.notOffered("would replace better data"));
    return false;
  }

  private void noteFallback(Source source, int year) {
    var reasons = reasons(year);
    if (!reasons.isEmpty()) {
      tally.note(Notice.warning("source_fallback", agency.shortcut() + " " + year, "read from " + source.name()
          + ", because " + reasons));
    }
    if (!source.replacesOthers()) {
      tally.note(Notice.warning("lower_quality_source", agency.shortcut() + " " + year, "read from " + source.name()
          + ", whose rows have no transaction ids and no filer ids"));
    }
  }

  /// What nobody gave: a failure when anybody failed, else a fact.
  private void settle(List<Integer> remaining) {
    var failed = remaining.stream()
        .filter(year -> missesOf(year).values()
            .stream()
            .anyMatch(miss -> miss.failure()
                .isPresent()))
        .toList();
    remaining.stream().filter(year -> !failed.contains(year)).forEach(this::noteNothing);
    if (failed.isEmpty()) {
      return;
    }
    var message = "NetFile's filings of %s could not be read for %s. %d: %s. Years that were read are kept; run again to go on, or name years with --years."
        .formatted(agency.shortcut(), failed.stream().map(String::valueOf).collect(Collectors.joining(", ")), failed
            .getFirst(), reasons(failed.getFirst()));
    var causes = failed.stream()
        .flatMap(year -> missesOf(year).values().stream())
        .flatMap(miss -> miss.failure()
            .stream())
        .toList();
    var unavailable = causes.stream().filter(ClerkException.SourceUnavailable.class::isInstance).findFirst();
    throw unavailable.isPresent()
        ? new ClerkException.SourceUnavailable(message, unavailable.get())
        : new ClerkException.BadSourceData(message, causes.getFirst());
  }

  private void noteNothing(int year) {
    var had = shelf.findComplete(agency, year).isPresent();
    tally.note(had
        ? Notice.warning("no_longer_offered", agency.shortcut() + " " + year,
            "NetFile offers this year no longer; what was read before is kept")
        : Notice.info("year_not_offered", agency.shortcut() + " " + year, "NetFile offers nothing for this year"));
  }

  private String reasons(int year) {
    return missesOf(year).entrySet()
        .stream()
        .map(miss -> miss.getKey() + ": " + miss.getValue().reason())
        .collect(
            Collectors.joining("; "));
  }

  private Map<String, Reading.Miss> missesOf(int year) {
    return misses.computeIfAbsent(year, _ -> new LinkedHashMap<>());
  }
}
