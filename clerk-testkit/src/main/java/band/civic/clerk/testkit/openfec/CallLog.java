package band.civic.clerk.testkit.openfec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All calls, and how many of them an hour saw.
final class CallLog {
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<SeenCall> calls = new ArrayList<>();
  private final List<Instant> answered = new ArrayList<>();
  private int perHour = 1000;

  synchronized void limit(int callsPerHour) {
    perHour = callsPerHour;
  }

  synchronized int limit() {
    return perHour;
  }

  /// Counts the call, if the rolling hour has room for it.
  ///
  /// @return how many more it has room for; below 0 when there was none
  synchronized int take(Instant now) {
    var from = now.minus(HOUR);
    answered.removeIf(at -> !at.isAfter(from));
    if (answered.size() >= perHour) {
      return -1;
    }
    answered.add(now);
    return perHour - answered.size();
  }

  synchronized void record(SeenCall call) {
    calls.add(call);
  }

  synchronized List<SeenCall> calls() {
    return List.copyOf(calls);
  }

  /// The most calls that any stretch of that length saw, refused ones included.
  synchronized int mostWithin(Duration length) {
    var times = calls.stream().map(SeenCall::at).sorted().toList();
    var most = 0;
    var first = 0;
    for (var last = 0; last < times.size(); last++) {
      while (!times.get(first).plus(length).isAfter(times.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
