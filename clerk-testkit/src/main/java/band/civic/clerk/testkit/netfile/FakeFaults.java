package band.civic.clerk.testkit.netfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which requests go wrong, and how.
final class FakeFaults {
  private final List<Rule> rules = new ArrayList<>();
  private Function<String, Optional<Fault>> always = _ -> Optional.empty();

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

  synchronized void set(Function<String, Optional<Fault>> fault) {
    always = fault;
  }

  synchronized Optional<Fault> next(String target) {
    var planned = rules.stream()
        .filter(rule -> target.contains(rule.target) && rule.strikes())
        .map(rule -> rule.fault)
        .findFirst();
    return planned.or(() -> always.apply(target));
  }
}
