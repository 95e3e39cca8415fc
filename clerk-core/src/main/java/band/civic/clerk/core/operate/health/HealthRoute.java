package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.http.Answer;
import band.civic.clerk.core.operate.http.Request;
import band.civic.clerk.core.operate.http.Route;
import band.civic.clerk.spi.HealthCheck.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/health`: 200 while it works, 503 when it does not. What was seen is told again for some seconds, so that whoever
/// asks often does not load the registry.
public final class HealthRoute {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Health health;
  private final Clock clock;
  private final Function<Object, String> json;
  private @Nullable HealthReport last;

  /// @param json writes lists and maps as JSON
  public HealthRoute(Health health, Clock clock, Function<Object, String> json) {
    this.health = health;
    this.clock = clock;
    this.json = json;
  }

  /// `/health` with everything, for whoever may enter.
  public Route full() {
    return Route.get("/health", this::answer);
  }

  /// `/healthz` with the state alone, for load balancers, which have no token.
  public Route brief() {
    return Route.get("/healthz", _ -> brief(report())).withoutToken();
  }

  private Answer answer(Request request) {
    var report = report();
    return Answer.json(status(report), json.apply(HealthJson.of(report)));
  }

  private Answer brief(HealthReport report) {
    return Answer.json(status(report), json.apply(Map.of("status", HealthJson.word(report.state()))));
  }

  private static int status(HealthReport report) {
    return report.state() == State.UNHEALTHY ? 503 : 200;
  }

  /// What was seen lately.
  public synchronized HealthReport report() {
    if (last == null || last.at().plus(FRESH).isBefore(clock.instant())) {
      last = health.look();
    }
    return last;
  }
}
