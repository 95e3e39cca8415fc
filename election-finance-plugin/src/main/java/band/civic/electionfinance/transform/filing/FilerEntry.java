package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.model.filing.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One filer, as its reports and the lists of filers show it.
public final class FilerEntry {
  private static final Comparator<Facts> OLDEST_FIRST = Comparator
      .<Facts, LocalDate>comparing(report -> report.seenOn().orElse(LocalDate.MIN))
      .thenComparing(report -> report.names().iterator().next())
      .thenComparing(report -> report.filer().id())
      .thenComparing(report -> report.about().committeeType());

  private final int agencyId;
  private final List<Facts> reports = new ArrayList<>();
  private final List<AsFiled> listed = new ArrayList<>();
  private boolean active;

  /// A name the filer used; the days are as far as is known.
  public record Name(String name, Optional<LocalDate> firstSeen, Optional<LocalDate> lastSeen) {}

  FilerEntry(int agencyId) {
    this.agencyId = agencyId;
  }

  void add(Facts report) {
    reports.add(report);
  }

  void add(AsFiled filer, boolean isActive) {
    listed.add(filer);
    active |= isActive;
  }

  /// Brings the reports into their order, once all are there.
  void sort() {
    reports.sort(OLDEST_FIRST);
    listed.sort(Comparator.comparing(AsFiled::name));
  }

  public int agencyId() {
    return agencyId;
  }

  public boolean isActive() {
    return active;
  }

  /// The name in the list of filers, else that of the report filed last.
  public String name() {
    var names = listed.isEmpty()
        ? reports.stream().map(report -> report.names().iterator().next())
        : listed.stream().map(AsFiled::name);
    return last(names);
  }

  /// The state's id, `""` when none is known.
  public String fppcId() {
    return last(everyone().flatMap(filer -> filer.fppcId().stream()).sorted());
  }

  /// What was typed last for the state's id.
  public String idAsFiled() {
    return last(reports.stream().map(report -> report.filer().id()));
  }

  public String localId() {
    return last(everyone().map(AsFiled::localId).sorted());
  }

  public String committeeType() {
    return last(reports.stream().map(report -> report.about().committeeType()));
  }

  public Optional<LocalDate> firstPeriod() {
    return periods().map(Period::start).min(Comparator.naturalOrder());
  }

  public Optional<LocalDate> lastPeriod() {
    return periods().map(Period::end).max(Comparator.naturalOrder());
  }

  /// All names, in alphabetical order (netfile 3.5 item 9).
  public Collection<Name> names() {
    var names = new TreeMap<String, Name>();
    for (var report : reports) {
      for (var name : report.names()) {
        var first = names.getOrDefault(name, new Name(name, report.seenOn(), Optional.empty())).firstSeen();
        names.put(name, new Name(name, first.or(report::seenOn), report.seenOn()));
      }
    }
    for (var filer : listed) {
      names.putIfAbsent(filer.name(), new Name(filer.name(), Optional.empty(), Optional.empty()));
    }
    names.remove("");
    return names.values();
  }

  private Stream<AsFiled> everyone() {
    return Stream.concat(reports.stream().map(Facts::filer), listed.stream());
  }

  private Stream<Period> periods() {
    return reports.stream().flatMap(report -> report.period().stream()).filter(Period::isPlausible);
  }

  private static String last(Stream<String> texts) {
    return texts.filter(text -> !text.isEmpty()).reduce("", (before, text) -> text);
  }
}
