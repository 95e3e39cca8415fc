package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.NetFileSettings;
import band.civic.electionfinance.netfile.connect2.FilingFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Which years of an agency to read now: those a person named; at first, and every so many days, all; else what the feed
/// of new filings calls for: nothing, or the current, the previous and the years it speaks of.
///
/// A round of all years that was broken off is gone on with for a day: years that it has read already are not read
/// again.
final class RefreshPlan {
  private static final Duration ROUND = Duration.ofHours(24);

  private final BronzeStore store;
  private final NetFileSettings settings;
  private final Clock clock;
  private final Origin origin;
  private final Site.Agency agency;

  RefreshPlan(BronzeStore store, NetFileSettings settings, Clock clock, Reach reach) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.origin = reach.origin();
    this.agency = reach.agency();
  }

  /// Whose years, and of which origin: what was done for the sample says nothing of live data.
  record Reach(Origin origin, Site.Agency agency) {}

  /// How much is read.
  enum Extent {
    NAMED, ALL, RECENT, NOTHING
  }

  /// @param extent how much
  /// @param years newest first; what [Extent#ALL] comes to is found later
  record Choice(Extent extent, List<Integer> years) {}

  /// @param feed asked only when it matters; empty when it cannot be had
  Choice choose(List<Integer> named, boolean force, Supplier<Optional<FilingFeed>> feed) {
    if (!named.isEmpty()) {
      return new Choice(Extent.NAMED, named);
    }
    var lastAll = store.findMark(mark("all")).map(Instant::parse);
    var allUntil = lastAll.map(at -> at.plus(Duration.ofDays(settings.number("netfile.refresh-all-days"))));
    if (force || allUntil.isEmpty() || !clock.instant().isBefore(allUntil.get())) {
      return new Choice(Extent.ALL, List.of());
    }
    var items = feed.get();
    if (items.isPresent() && known().containsAll(items.get().guids())) {
      return new Choice(Extent.NOTHING, List.of());
    }
    return new Choice(Extent.RECENT, recent(items));
  }

  /// Of all years, those that the round under way has not read yet.
  List<Integer> due(List<Integer> all) {
    var now = clock.instant();
    var begun = store.findMark(mark("round")).filter(text -> !text.isEmpty()).map(Instant::parse);
    if (begun.isEmpty() || begun.get().plus(ROUND).isBefore(now)) {
      store.putMark(mark("round"), now.toString());
      return all;
    }
    return all.stream().filter(year -> !wasVerifiedSince(year, begun.get())).toList();
  }

  /// Notes that everything that was chosen was read.
  void succeeded(Extent extent, Optional<FilingFeed> feed) {
    if (extent == Extent.ALL) {
      store.putMark(mark("all"), clock.instant().toString());
      store.putMark(mark("round"), "");
    }
    if (extent != Extent.NAMED) {
      feed.ifPresent(items -> store.putMark(mark("feed"), String.join("\n", items.guids())));
    }
  }

  private Set<String> known() {
    return Set.of(store.findMark(mark("feed")).orElse("").split("\n"));
  }

  private List<Integer> recent(Optional<FilingFeed> feed) {
    var now = Year.now(clock).getValue();
    var years = new TreeSet<Integer>(Comparator.reverseOrder());
    years.addAll(List.of(now, now - 1));
    feed.ifPresent(items -> items.years()
        .stream()
        .filter(year -> year <= now && year >= settings.number("netfile.first-year"))
        .forEach(years::add));
    return List.copyOf(years);
  }

  private boolean wasVerifiedSince(int year, Instant begun) {
    return store.listCompleteUnits()
        .stream()
        .filter(unit -> isOf(unit, year))
        .anyMatch(unit -> !unit.verifiedAt()
            .isBefore(begun));
  }

  private boolean isOf(StoredUnit stored, int year) {
    var unit = stored.unit();
    return unit.origin() == origin && unit.agencyId() == agency.id() && unit.agencyShortcut().equals(agency.shortcut())
        && unit.year()
            .orElse(
                0) == year;
  }

  private String mark(String what) {
    return origin.name().toLowerCase(Locale.ROOT) + "/" + what + "/" + agency.id() + "/" + agency.shortcut();
  }

  /// The feed, when it can be had: it only saves work, so nothing fails with it.
  static Optional<FilingFeed> ask(Supplier<FilingFeed> feed) {
    try {
      return Optional.of(feed.get());
    } catch (ClerkException.SourceUnavailable | ClerkException.BadSourceData e) {
      return Optional.empty();
    }
  }
}
