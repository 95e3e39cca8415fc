package band.civic.clerk.testkit.netfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which requests go wrong, and how.
final class FakeFaults {
  private final List<Rule> rules = new ArrayList<>();

  private static final class Rule {
    private final String target;
    private final Fault fault;
    private int well;
    private int times;

    Rule(String target, int well, int times, Fault fault) {
      this.target = target;
      this.well = well;
      this.times = times;
      this.fault = fault;
    }

    boolean strikes() {
      if (well > 0) {
        well--;
        return false;
      }
      return times-- > 0;
    }
  }

  synchronized void add(String target, int well, int times, Fault fault) {
    rules.add(new Rule(target, well, times, fault));
  }

  synchronized Optional<Fault> next(String target) {
    return rules.stream()
        .filter(rule -> target.contains(rule.target) && rule.strikes())
        .map(rule -> rule.fault)
        .findFirst();
  }
}
