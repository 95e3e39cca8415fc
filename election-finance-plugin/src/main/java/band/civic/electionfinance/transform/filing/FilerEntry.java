package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.model.filing.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// One filer, as its reports and the lists of filers show it. `""` is what nobody told.
public final class FilerEntry {
  static final Comparator<Facts> OLDEST_FIRST = Comparator
      .<Facts, LocalDate>comparing(report -> report.seenOn().orElse(LocalDate.MIN))
      .thenComparing(report -> report.names().iterator().next())
      .thenComparing(report -> report.filer().id())
      .thenComparing(report -> report.about().committeeType());

  private final int agencyId;
  private final TreeMap<String, Name> names = new TreeMap<>();
  private String name = "";
  private String fppcId = "";
  private String idAsFiled = "";
  private String localId = "";
  private String committeeType = "";
  private Optional<LocalDate> firstPeriod = Optional.empty();
  private Optional<LocalDate> lastPeriod = Optional.empty();
  private boolean active;

  /// A name the filer used; the days are as far as is known.
  public record Name(String name, Optional<LocalDate> firstSeen, Optional<LocalDate> lastSeen) {}

  /// @param reports oldest first: the newest says what the filer is called
  /// @param listed what lists of filers say; their name goes before
  FilerEntry(List<Facts> reports, List<KnownName> listed) {
    this.agencyId = reports.isEmpty() ? listed.getFirst().filer().agencyId() : reports.getFirst().filer().agencyId();
    for (var report : reports) {
      learn(report);
    }
    for (var known : listed) {
      learn(known.filer(), known.filer().name(), Optional.empty());
      active |= known.isActive();
    }
  }

  /// A filer in a list.
  record KnownName(AsFiled filer, boolean isActive) {}

  public int agencyId() {
    return agencyId;
  }

  public boolean isActive() {
    return active;
  }

  public String name() {
    return name.isEmpty() ? "(unnamed)" : name;
  }

  /// The state's id.
  public String fppcId() {
    return fppcId;
  }

  /// What was typed last for the state's id.
  public String idAsFiled() {
    return idAsFiled;
  }

  public String localId() {
    return localId;
  }

  public String committeeType() {
    return committeeType;
  }

  public Optional<LocalDate> firstPeriod() {
    return firstPeriod;
  }

  public Optional<LocalDate> lastPeriod() {
    return lastPeriod;
  }

  /// All names, in alphabetical order (netfile 3.5 item 9).
  public Collection<Name> names() {
    return names.values();
  }

  private void learn(Facts report) {
    for (var used : report.names()) {
      learn(report.filer(), used, report.seenOn());
    }
    idAsFiled = newer(idAsFiled, report.filer().id());
    committeeType = newer(committeeType, report.about().committeeType());
    var period = report.period();
    if (period.isPresent() && period.get().isPlausible()) {
      learn(period.get());
    }
  }

  private void learn(AsFiled filer, String used, Optional<LocalDate> seenOn) {
    name = newer(name, used);
    fppcId = filer.fppcId().orElse(fppcId);
    localId = newer(localId, filer.localId());
    if (!used.isEmpty()) {
      var known = names.get(used);
      names.put(used, known == null
          ? new Name(used, seenOn, seenOn)
          : new Name(used, known.firstSeen().isPresent() ? known.firstSeen() : seenOn,
              seenOn.isPresent() ? seenOn : known.lastSeen()));
    }
  }

  private void learn(Period period) {
    if (firstPeriod.isEmpty() || period.start().isBefore(firstPeriod.get())) {
      firstPeriod = Optional.of(period.start());
    }
    if (lastPeriod.isEmpty() || period.end().isAfter(lastPeriod.get())) {
      lastPeriod = Optional.of(period.end());
    }
  }

  private static String newer(String known, String text) {
    return text.isEmpty() ? known : text;
  }
}
