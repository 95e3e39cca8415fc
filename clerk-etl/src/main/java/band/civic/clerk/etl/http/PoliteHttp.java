package band.civic.clerk.etl.http;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An HTTP client that waits its turn and tries again with growing waits.
///
/// Not for use by several threads; several clients share a [HostPace]. Calls run on a virtual thread while the caller
/// watches for cancellation, so a cancelled run leaves a stalled server within a fraction of a second.
public final class PoliteHttp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PoliteHttp.class);

  private final HttpPolicy policy;
  private final HostPace pace;
  private final Waiting waiting;
  private final CallBudget budget;
  private final HttpExchange exchange;

  public PoliteHttp(HttpPolicy policy, HostPace pace, Waiting waiting) {
    this(policy, pace, waiting, CallBudget.unlimited());
  }

  /// @param budget is asked before every call
  public PoliteHttp(HttpPolicy policy, HostPace pace, Waiting waiting, CallBudget budget) {
    this.policy = policy;
    this.pace = pace;
    this.waiting = waiting;
    this.budget = budget;
    this.exchange = new HttpExchange(policy, waiting);
  }

  /// A client of its own that waits for the same turns, but tries again at most so often.
  public PoliteHttp withRetries(int most) {
    return new PoliteHttp(policy.withRetries(most), pace, waiting, budget);
  }

  /// Sends until an answer is accepted.
  ///
  /// @throws ClerkException.SourceUnavailable when the server stays in trouble
  /// @throws ClerkException.BadSourceData when the answer is refused, or stays garbled
  public HttpAnswer send(HttpAsk ask, AnswerCheck check) {
    for (var tries = 1;; tries++) {
      var attempt = attempt(ask, check);
      if (attempt.verdict() instanceof Verdict.Accept) {
        return attempt.answer().orElseThrow();
      }
      waiting.pause(waitOrGiveUp(ask, attempt, tries));
    }
  }

  /// [#send(HttpAsk, AnswerCheck)], judged by the status alone.
  public HttpAnswer send(HttpAsk ask) {
    return send(ask, AnswerCheck::byStatus);
  }

  @Override
  public void close() {
    exchange.close();
  }

  private record Attempt(Optional<HttpAnswer> answer, Verdict verdict) {}

  private Attempt attempt(HttpAsk ask, AnswerCheck check) {
    var host = host(ask.url());
    waiting.checkCancelled();
    var turn = pace.reserve(host, waiting.now(), policy.pause());
    if (turn.isPositive()) {
      waiting.pause(turn);
    }
    awaitBudget();
    try {
      var answer = exchange.call(ask);
      return new Attempt(Optional.of(answer), check.judge(answer));
    } catch (HttpExchange.TooLarge e) {
      return new Attempt(Optional.empty(), Verdict.refuse("the answer is larger than " + policy.maxBytes() + " bytes"));
    } catch (ConnectException | NoRouteToHostException | UnknownHostException e) {
      return new Attempt(Optional.empty(), new Verdict.Unreachable(describe(e)));
    } catch (IOException e) {
      return new Attempt(Optional.empty(), Verdict.busy(describe(e)));
    } finally {
      pace.ended(host, waiting.now(), policy.pause());
    }
  }

  private void awaitBudget() {
    for (var wait = budget.take(waiting.now()); wait.isPositive(); wait = budget.take(waiting.now())) {
      waiting.pause(wait);
    }
  }

  /// How long to wait before the next try; throws when there is none.
  private Duration waitOrGiveUp(HttpAsk ask, Attempt attempt, int tries) {
    var reason = switch (attempt.verdict()) {
      case Verdict.Refuse(var why) -> throw new ClerkException.BadSourceData(refused(ask, why));
      case Verdict.Garbled(var why) when tries > policy.rereads() -> throw new ClerkException.BadSourceData(refused(ask,
          why));
      case Verdict.Busy(var why) when tries > policy.retries() -> throw unavailable(ask, why, tries);
      case Verdict.Unreachable(var why) when tries > policy.reconnects() -> throw unavailable(ask, why, tries);
      case Verdict.Busy(var why) -> why;
      case Verdict.Unreachable(var why) -> why;
      case Verdict.Garbled(var why) -> why;
      case Verdict.Accept _ -> throw new IllegalStateException("accepted answers are not retried");
    };
    var wait = retryAfter(attempt).orElse(policy.delay(tries));
    if (wait.compareTo(policy.longestDelay()) > 0 && wait.compareTo(policy.longestRetryAfter()) > 0) {
      throw unavailable(ask, reason + ", and it asks to wait " + wait.toSeconds() + " s", tries);
    }
    LOG.warn("{}: {}; try {} follows in {} ms", ask.url(), reason, tries + 1, wait.toMillis());
    return wait;
  }

  /// What the server asks for, but never less than our own first delay.
  private Optional<Duration> retryAfter(Attempt attempt) {
    return attempt.answer()
        .flatMap(answer -> answer.header("retry-after"))
        .flatMap(text -> RetryAfter.parse(text, waiting.now()))
        .map(wait -> wait.compareTo(policy.firstDelay()) < 0 ? policy.firstDelay() : wait);
  }

  private static ClerkException unavailable(HttpAsk ask, String reason, int tries) {
    return new ClerkException.SourceUnavailable("%s gave no usable answer in %d tries (%s): %s %s. Try again later."
        .formatted(host(ask.url()), tries, reason, ask.method(), ask.url()));
  }

  private static String refused(HttpAsk ask, String reason) {
    return "%s: %s %s.".formatted(reason, ask.method(), ask.url());
  }

  private static String describe(IOException e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + ": " + message;
  }

  private static String host(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }
}
