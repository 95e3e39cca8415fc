package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.transform.filing.FilerEntry.KnownName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All filers, by key.
public final class FilerBook {
  private final Map<String, FilerEntry> filers = new TreeMap<>();

  public FilerBook(Register register) {
    Map<String, List<Facts>> reports = new HashMap<>();
    for (var report : register.facts()) {
      reports.computeIfAbsent(register.report(report.no()).filer(), key -> new ArrayList<>()).add(report);
    }
    Map<String, List<KnownName>> listed = new HashMap<>();
    for (var known : register.knownFilers()) {
      listed.computeIfAbsent(register.keys().of(known.filer()), key -> new ArrayList<>())
          .add(new KnownName(known.filer(), known.isActive().orElse(false)));
    }
    for (var entry : reports.entrySet()) {
      entry.getValue().sort(FilerEntry.OLDEST_FIRST);
      filers.put(entry.getKey(), new FilerEntry(entry.getValue(), sorted(listed.remove(entry.getKey()))));
    }
    listed.forEach((key, known) -> filers.put(key, new FilerEntry(List.of(), sorted(known))));
  }

  /// By key, in the order of the keys.
  public Map<String, FilerEntry> filers() {
    return filers;
  }

  private static List<KnownName> sorted(@Nullable List<KnownName> known) {
    if (known == null) {
      return List.of();
    }
    known.sort(Comparator.comparing(entry -> entry.filer().name()));
    return known;
  }
}
