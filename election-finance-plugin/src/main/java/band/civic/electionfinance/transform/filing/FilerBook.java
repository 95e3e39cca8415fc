package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.filing.AsFiled;
import java.util.Map;
import java.util.TreeMap;

/// All filers, by key.
public final class FilerBook {
  private final Map<String, FilerEntry> filers = new TreeMap<>();

  public FilerBook(Register register) {
    for (var report : register.facts()) {
      entry(register, report.filer()).add(report);
    }
    for (var known : register.knownFilers()) {
      entry(register, known.filer()).add(known.filer(), known.isActive().orElse(false));
    }
    filers.values().forEach(FilerEntry::sort);
  }

  /// By key, in the order of the keys.
  public Map<String, FilerEntry> filers() {
    return filers;
  }

  private FilerEntry entry(Register register, AsFiled filer) {
    return filers.computeIfAbsent(register.keys().of(filer), key -> new FilerEntry(filer.agencyId()));
  }
}
