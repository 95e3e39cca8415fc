package band.civic.clerk.testkit.openfec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Which calls go wrong, and how.
final class Faults {
  private final List<Rule> rules = new ArrayList<>();

  private interface Rule {
    Optional<Fault> strike(String target);
  }

  synchronized void add(String target, int well, int times, Fault fault) {
    var seen = new int[1];
    rules.add(asked -> {
      if (!asked.contains(target)) {
        return Optional.empty();
      }
      var number = seen[0]++;
      return number >= well && number < well + times ? Optional.of(fault) : Optional.empty();
    });
  }

  /// So many of a thousand calls go wrong, always the same ones for a seed.
  synchronized void addAtRandom(long seed, int perMille, List<Fault> faults) {
    var random = new Random(seed);
    rules.add(_ -> random.nextInt(1000) < perMille
        ? Optional.of(faults.get(random.nextInt(faults.size())))
        : Optional.empty());
  }

  synchronized void clear() {
    rules.clear();
  }

  synchronized Optional<Fault> next(String target) {
    // every rule counts every call
    return rules.stream().map(rule -> rule.strike(target)).toList().stream().flatMap(Optional::stream).findFirst();
  }
}
