package band.civic.corkboard.guard;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands before everything: finds out who asks, checks keys and quotas, cuts what is too much, and writes the request
/// log. A key never goes further than here: not into links, not into the log.
public final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger("clerk.serve.requests");
  private static final String KEY = "api_key";

  private final Proxies proxies;
  private final Optional<ApiKeys> keys;
  private final Quotas quotas;
  private final Allowance allowance;

  public Gate(Proxies proxies, Optional<ApiKeys> keys, Quotas quotas, Allowance allowance) {
    this.proxies = proxies;
    this.keys = keys;
    this.quotas = quotas;
    this.allowance = allowance;
  }

  /// Lets the call through to `inside`, or refuses it.
  public Answer answer(Call asked, Function<Call, Answer> inside) {
    long start = System.nanoTime();
    var call = proxies.resolve(asked);
    Answer answer;
    try {
      answer = admitted(call, inside);
    } catch (Failure refused) {
      answer = refusal(refused);
    }
    LOG.atInfo()
        .addKeyValue("client", call.caller().address())
        .addKeyValue("status", answer.status())
        .addKeyValue("ms", (System.nanoTime() - start) / 1_000_000)
        .log("{} {}", call.method(), call.path() + call.args().without(KEY).toQuery());
    return answer;
  }

  private Answer admitted(Call call, Function<Call, Answer> inside) {
    if (isFree(call.path())) {
      return inside.apply(call.withArgs(call.args().without(KEY)));
    }
    var network = Network.of(call.caller().address());
    if (keys.isEmpty()) {
      return metered(network, allowance.cpuSeconds(), () -> inside.apply(call));
    }
    checkLengths(call.args());
    var sent = sentKey(call);
    var key = sent.flatMap(keys.get()::find);
    if (sent.isPresent() && key.isEmpty()) {
      throw Failure.of(401, "This API key is not known, or was revoked");
    }
    boolean data = isData(call);
    int perMinute = key.isPresent()
        ? allowance.keyPerMinute()
        : data
            ? allowance.dataPerMinute()
            : allowance.pagesPerMinute();
    var caller = key.map(k -> "key " + k.id()).orElse((data ? "data " : "page ") + network);
    var verdict = perMinute == 0 ? new Quotas.Verdict(true, 0, 0, 0) : quotas.count(caller, perMinute);
    if (!verdict.allowed()) {
      return later("Too many requests", verdict.resetSeconds()).with(headers(verdict));
    }
    var args = call.args().without(KEY);
    var asked = call.withArgs(key.isPresent() ? args : capped(args));
    var payer = key.map(k -> "key " + k.id()).orElse(network);
    var answer = metered(payer, allowance.cpuSeconds() * (key.isPresent() ? 3 : 1), () -> inside.apply(asked));
    return perMinute == 0 ? answer : answer.with(headers(verdict));
  }

  /// Answers when the payer has processor time left in this minute, and charges what it takes.
  private Answer metered(String payer, int seconds, Supplier<Answer> work) {
    if (seconds == 0) {
      return work.get();
    }
    return quotas.hasSpent(payer, seconds)
        ? later("The " + seconds + " seconds of computing that a minute allows are used up", quotas.resetSeconds())
        : Meter.of(work, nanos -> quotas.charge(payer, nanos));
  }

  private static Answer later(String why, long seconds) {
    return refusal(Failure.of(429, why + "; try again in " + seconds + " seconds"))
        .with("retry-after", Long.toString(seconds));
  }

  private void checkLengths(Args args) {
    int most = allowance.searchLength();
    boolean tooLong = args.pairs()
        .stream()
        .anyMatch(p -> p.value().length() > most
            && (p.key().startsWith("_search") || p.key().equals("text") || p.key().equals("q")));
    if (most > 0 && tooLong) {
      throw Failure.badRequest("A search may be at most " + most + " characters long");
    }
  }

  private static Optional<String> sentKey(Call call) {
    return call.header("authorization")
        .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(h -> h.substring(7)
            .strip())
        .or(() -> call.header("x-api-key"))
        .or(() -> call.args().find(KEY))
        .filter(k -> !k.isEmpty());
  }

  private static boolean isFree(String path) {
    return path.startsWith("/-/static/") || path.contains("/-/static/") || path.equals("/robots.txt")
        || path.equals("/health");
  }

  private static boolean isData(Call call) {
    var path = call.path();
    return path.endsWith(".json") || path.endsWith(".csv") || path.endsWith(".blob") || path.endsWith("/-/query")
        || path.endsWith(".ndjson") || call.args().has("_format") || path.endsWith("/-/autocomplete");
  }

  /// Without a key an answer holds at most so many rows; everything else that was asked for stays.
  private Args capped(Args args) {
    int most = allowance.rows();
    var asked = args.findFilled("_size");
    if (most == 0 || asked.isEmpty() || (asked.get().matches("\\d{1,9}") && Integer.parseInt(asked.get()) <= most)) {
      return args;
    }
    return args.replaced("_size", Integer.toString(most));
  }

  private static Map<String, String> headers(Quotas.Verdict verdict) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("ratelimit-limit", Integer.toString(verdict.limit()));
    headers.put("ratelimit-remaining", Integer.toString(verdict.remaining()));
    headers.put("ratelimit-reset", Long.toString(verdict.resetSeconds()));
    return headers;
  }

  private static Answer refusal(Failure refused) {
    var body = new LinkedHashMap<String, Object>();
    body.put("ok", false);
    body.put("error", String.join("; ", refused.errors()));
    body.put("errors", List.copyOf(refused.errors()));
    body.put("status", refused.status());
    var answer = Answer.of(Answer.JSON, Json.bytes(body)).withStatus(refused.status());
    return refused.status() == 401 ? answer.with("www-authenticate", "Bearer") : answer;
  }
}
