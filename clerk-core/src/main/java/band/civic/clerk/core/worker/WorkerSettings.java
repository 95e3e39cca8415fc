package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody set for workers.
///
/// @param threads `worker.threads`: how many jobs a worker does at a time
/// @param lease `worker.lease-seconds`: how long a job counts as at work without a sign of life
/// @param grace `worker.grace-seconds`: how long running jobs may go on when a worker is asked to end
/// @param limits `worker.limits`, `finance=2, fec=1`: how many jobs of a queue run at a time on all workers together
public record WorkerSettings(int threads, Duration lease, Duration grace, Map<String, Integer> limits) {
  private static final int THREADS = 2;
  private static final int MOST_THREADS = 64;
  private static final int LEASE = 60;
  private static final int GRACE = 30;
  private static final int DAY = 86_400;
  private static final Pattern LIMIT = Pattern.compile("([a-z0-9.-]+)\\s*=\\s*(\\d{1,4})");

  public WorkerSettings {
    limits = Map.copyOf(limits);
  }

  /// Reads them.
  ///
  /// @throws BadConfiguration when one cannot be what it should be
  public static WorkerSettings of(Settings settings) {
    return new WorkerSettings(number(settings, "worker.threads", THREADS, MOST_THREADS),
        Duration.ofSeconds(number(settings, "worker.lease-seconds", LEASE, DAY)),
        Duration.ofSeconds(number(settings, "worker.grace-seconds", GRACE, DAY)),
        limits(settings.find("worker.limits").orElse("")));
  }

  /// How a worker is to work on these queues.
  public WorkerOrder order(Collection<String> queues, int jobsAtATime, boolean burst) {
    var limited = queues.stream()
        .collect(Collectors.toMap(queue -> queue, queue -> limits.getOrDefault(queue, JobClaims.NO_LIMIT)));
    return new WorkerOrder(limited, jobsAtATime, burst, lease, grace);
  }

  private static Map<String, Integer> limits(String text) {
    var limits = new LinkedHashMap<String, Integer>();
    Arrays.stream(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty()).forEach(part -> {
      var limit = LIMIT.matcher(part);
      if (!limit.matches()) {
        throw new BadConfiguration("worker.limits is not like `finance=2, fec=1`: %s. Correct it or take it away."
            .formatted(text));
      }
      limits.put(limit.group(1), Integer.parseInt(limit.group(2)));
    });
    return limits;
  }

  private static int number(Settings settings, String key, int otherwise, int most) {
    var text = settings.find(key).map(String::strip).orElse(String.valueOf(otherwise));
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
      throw new BadConfiguration("%s is not a number from 1 to %d: %s. Correct it or take it away.".formatted(key,
          most, text));
    }
    return Integer.parseInt(text);
  }
}
