package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.etl.bronze.Unit;
import band.civic.clerk.etl.bronze.UnitWriter;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Where sources put what they read: units of one origin, and a word on how far they are.
public final class Shelf {
  private final BronzeStore store;
  private final Origin origin;
  private final TaskContext context;
  private final Duration longestWalk;
  private final List<Notice> notices = new ArrayList<>();

  /// @param longestWalk a walk that was broken off longer ago starts anew
  public Shelf(BronzeStore store, Origin origin, TaskContext context, Duration longestWalk) {
    this.store = store;
    this.origin = origin;
    this.context = context;
    this.longestWalk = longestWalk;
  }

  /// Facts that sources noted.
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /// What bronze has of that agency and year, whoever read it.
  public Optional<StoredUnit> findComplete(Site.Agency agency, int year) {
    return store.findComplete(unit("", agency, year));
  }

  void note(Notice notice) {
    notices.add(notice);
  }

  void step(String what) {
    context.checkCancelled();
    context.progress().step(what);
  }

  /// Starts a year, or goes on where it was broken off.
  UnitWriter begin(String adapter, Site.Agency agency, int year) {
    var unit = unit(adapter, agency, year);
    var writer = store.begin(unit);
    var tooOld = writer.startedAt().plus(longestWalk).isBefore(context.clock().instant());
    return tooOld ? beginAnew(adapter, agency, year) : writer;
  }

  /// Starts a year; what was broken off is dropped.
  UnitWriter beginAnew(String adapter, Site.Agency agency, int year) {
    var unit = unit(adapter, agency, year);
    store.begin(unit).discard();
    return store.begin(unit);
  }

  /// Makes a year current.
  ///
  /// @throws ClerkException.BadSourceData when it has less than half the rows that the year had before, unless
  ///   `--allow-shrink` was given
  Completion finish(UnitWriter writer, long rows) {
    var before = store.findComplete(writer.unit());
    var had = before.isPresent() ? before.get().rows().orElse(0) : 0;
    if (rows * 2 < had && context.option("allow-shrink").isEmpty()) {
      writer.discard();
      throw new ClerkException.BadSourceData(
          "%s of %s %d has %d rows, where %d were read before: kept as it was. If this is right, give --allow-shrink."
              .formatted(writer.unit().adapter(), writer.unit().agencyShortcut(), writer.unit().year().orElse(0), rows,
                  had));
    }
    writer.putRows(rows);
    var completion = writer.complete();
    context.progress().advance(1);
    return completion;
  }

  private Unit unit(String adapter, Site.Agency agency, int year) {
    var key = "%s/%d/%s/%d/%s".formatted(origin.name().toLowerCase(Locale.ROOT), agency.id(), agency
        .shortcut(), year, adapter);
    return new Unit(key, origin, adapter, agency.id(), agency.shortcut(), OptionalInt.of(year));
  }
}
