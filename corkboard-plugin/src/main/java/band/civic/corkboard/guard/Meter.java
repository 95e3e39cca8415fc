package band.civic.corkboard.guard;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Measures the processor time of working out an answer, and of writing it when it is written while it is sent.
final class Meter {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Meter() {}

  /// @param charge takes nanoseconds, once or twice
  static Answer of(Supplier<Answer> work, LongConsumer charge) {
    long start = now();
    Answer answer;
    try {
      answer = work.get();
    } finally {
      charge.accept(now() - start);
    }
    if (!(answer.body() instanceof Body.Stream stream)) {
      return answer;
    }
    return answer.with(new Body.Stream(out -> {
      long begun = now();
      try {
        stream.source().writeTo(out);
      } finally {
        charge.accept(now() - begun);
      }
    }));
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}
