package band.civic.fec.openfec;

import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.HttpAsk;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.etl.http.Verdict;
import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks OpenFEC: within the budget of the key, from the cache where an answer is good enough, again where another try may
/// help. The key travels in a header, so that no address that is logged, kept or told holds it.
///
/// Not for use by several threads; it runs SQL, so never on a virtual thread.
public final class OpenFecClient implements AutoCloseable {
  private static final Duration FORGET_AFTER = Duration.ofDays(30);

  private final OpenFecSettings settings;
  private final Waiting waiting;
  private final HourBudget budget;
  private final HttpCache cache;
  private final PoliteHttp http;
  private int calls;
  private int limitTold;

  /// @param directory where the cache and the count of calls are
  public OpenFecClient(OpenFecSettings settings, Path directory, Waiting waiting) {
    this.settings = settings;
    this.waiting = waiting;
    this.budget = new HourBudget(directory, settings);
    this.cache = HttpCache.open(directory);
    this.http = new PoliteHttp(settings.httpPolicy(), new HostPace(), waiting, this::take);
    cache.prune(waiting.now().minus(FORGET_AFTER));
  }

  /// How a question is put.
  ///
  /// @param isOver whether it is about a cycle that is over, whose answers stay good for long
  /// @param anew whether the cache must not answer
  public record Manner(boolean isOver, boolean anew) {

    public static Manner usual() {
      return new Manner(false, false);
    }
  }

  /// The page that answers; an empty one when OpenFEC says that there is none.
  ///
  /// @throws ClerkException.SourceUnavailable when it stays in trouble
  /// @throws ClerkException.BadSourceData when it refuses the question, or answers nonsense
  /// @throws ClerkException.BadConfiguration when the key or the address is wrong
  public Page ask(Question question, Manner manner) {
    var url = question.url(settings.base());
    var kept = cache.find(url);
    if (!manner.anew() && kept.isPresent() && kept.get().isFresh(waiting.now())) {
      return PageReader.read(url, kept.get().fetchedAt(), kept.get().body());
    }
    var answer = http.send(ask(url, kept), this::judge);
    if (answer.status() == 404) {
      return new Page(url, answer.receivedAt(), List.of(), 0, true, Map.of(), "");
    }
    var body = answer.status() == 304 ? kept.orElseThrow().body() : answer.text();
    keep(question, manner, answer, body);
    return PageReader.read(url, answer.receivedAt(), body);
  }

  /// How many calls were made, further tries included.
  public int calls() {
    return calls;
  }

  public OpenFecSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    http.close();
    cache.close();
    budget.close();
  }

  private Duration take(Instant now) {
    var wait = budget.take(now);
    calls += wait.isZero() ? 1 : 0;
    return wait;
  }

  private HttpAsk ask(URI url, Optional<HttpCache.Kept> kept) {
    var ask = HttpAsk.get(url).withHeader("X-Api-Key", settings.key()).withHeader("Accept", "application/json");
    var etag = kept.map(HttpCache.Kept::etag).filter(text -> !text.isEmpty());
    var modified = kept.map(HttpCache.Kept::lastModified).filter(text -> !text.isEmpty());
    if (etag.isPresent()) {
      return ask.withHeader("If-None-Match", etag.get());
    }
    return modified.isPresent() ? ask.withHeader("If-Modified-Since", modified.get()) : ask;
  }

  private Verdict judge(HttpAnswer answer) {
    answer.header("x-ratelimit-limit").filter(text -> text.matches("[1-9]\\d{0,8}")).ifPresent(this::told);
    if (answer.status() == 429 && answer.header("retry-after").isEmpty()) {
      budget.refused(answer.receivedAt());
    }
    return AnswerClasses.judge(answer);
  }

  private void told(String limit) {
    if (limitTold != Integer.parseInt(limit)) {
      limitTold = Integer.parseInt(limit);
      budget.told(limitTold);
    }
  }

  private void keep(Question question, Manner manner, HttpAnswer answer, String body) {
    var lifetime = question.endpoint().lifetime(manner.isOver());
    var at = answer.receivedAt();
    if (lifetime.isPositive()) {
      cache.put(answer.url(), new HttpCache.Kept(answer.header("etag").orElse(""),
          answer.header("last-modified").orElse(""), at, at.plus(lifetime), body));
    }
  }
}
