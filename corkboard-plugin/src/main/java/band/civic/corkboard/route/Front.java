package band.civic.corkboard.route;

import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.guard.Lanes;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.generated.JtemessageGenerated;
import band.civic.corkboard.query.QueryCall;
import band.civic.corkboard.sqlite.FileOptions;
import band.civic.corkboard.sqlite.OpenFiles;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request of one instance: methods, errors, and the headers that every answer has.
public final class Front {
  /// A mark on answers that may differ next time though the data is the same; it is never sent.
  static final String VOLATILE = "x-volatile";
  private static final Pattern ROWS = Pattern.compile("\\.(csv|ndjson|parquet)$");
  private static final long CACHE_BYTES = 48L << 20;
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final OpenFiles files;
  private final FileOptions options;
  private final Cors cors;
  private final Lanes lanes;
  private final AnswerCache cache = new AnswerCache(CACHE_BYTES);

  public Front(OpenFiles files, FileOptions options, Cors cors) {
    this(files, options, cors, new Lanes(2 * options.connections(), 32, options.waitMillis()));
  }

  /// @param lanes how many answers of one site are worked out at once
  public Front(OpenFiles files, FileOptions options, Cors cors, Lanes lanes) {
    this.lanes = lanes;
    this.files = files;
    this.options = options;
    this.cors = cors;
  }

  /// Always an answer, whatever happens.
  public Answer answer(Instance instance, Call asked) {
    var base = instance.config().settings().basePath();
    var call = origin(instance, asked);
    if (!base.isEmpty() && call.base().isEmpty()) {
      // a proxy may have taken the prefix off already; links carry it either way
      boolean prefixed = call.path().equals(base) || call.path().startsWith(base + "/");
      call = call.withBase(base, prefixed ? call.path().substring(base.length()) : call.path());
      call = call.path().isEmpty() ? call.withPath("/") : call;
    }
    var located = call;
    var answer = Writing.find(located).orElseGet(() -> guarded(located, () -> versioned(instance, located)));
    return cors.apply(answer, located);
  }

  private static Call origin(Instance instance, Call call) {
    return instance.config().settings().flag("force_https_urls") && call.origin().startsWith("http://")
        ? call.withOrigin("https://" + call.origin().substring("http://".length()))
        : call;
  }

  /// Answers from the version of the data that stands there now; who has that version already is told so.
  private Answer versioned(Instance instance, Call call) {
    if (Tracing.isAsked(instance, call)) {
      return Tracing.answer(() -> inTurn(instance, call)).without(VOLATILE);
    }
    var version = Fingerprint.of(instance, call);
    if (version.isEmpty()) {
      return inTurn(instance, call);
    }
    var key = version.get() + " " + wantsJson(call) + " " + call.origin() + call.linkWith(call.args());
    var etag = Fingerprint.etag(key + instance.config().mark());
    if (call.header("if-none-match").filter(h -> h.contains(etag)).isPresent()) {
      return Answer.notModified().with("etag", etag);
    }
    var known = cache.find(etag + key);
    if (known.isPresent()) {
      return known.get();
    }
    var fresh = inTurn(instance, call);
    if (fresh.status() != 200 || fresh.headers().containsKey(VOLATILE)) {
      return fresh.without(VOLATILE);
    }
    var tagged = fresh.headers().containsKey("etag") ? fresh : fresh.with("etag", etag);
    cache.put(etag + key, tagged);
    return tagged;
  }

  /// Whoever asks much waits behind himself: behind what else is asked of the same site, or of the same file.
  private Answer inTurn(Instance instance, Call call) {
    var lane = instance.name().isEmpty() ? Target.of(call.path()).raw(0) : instance.name();
    return lanes.in(lane, () -> routed(instance, call));
  }

  /// A visit to an instance at the address of that call.
  public Visit visit(Instance instance, Call call) {
    return new Visit(instance, files, options, call);
  }

  private Answer routed(Instance instance, Call call) {
    try {
      return Router.answer(new Visit(instance, files, options, call));
    } catch (Failure failure) {
      if (failure.status() != 404) {
        throw failure;
      }
      return elsewhere(instance, call).orElseThrow(() -> failure);
    }
  }

  /// Answers reading methods with `page`, and everything that goes wrong with an error.
  public Answer guarded(Call call, Supplier<Answer> page) {
    try {
      return switch (call.method()) {
        case "GET", "HEAD" -> page.get();
        case "OPTIONS" -> Answer.text(Answer.TEXT, "ok");
        default -> error(call, Failure.of(405, "Method not allowed"));
      };
    } catch (Failure failure) {
      return error(call, failure);
    } catch (SqlFailure failure) {
      return error(call, ofSql(failure));
    } catch (RuntimeException bug) {
      LOG.error("Answering {} {} failed", call.method(), call.path(), bug);
      return error(call, Failure.of(500, "Internal error"));
    }
  }

  private static Failure ofSql(SqlFailure failure) {
    return switch (failure.kind()) {
      case STATEMENT -> Failure.badRequest(failure.text());
      case INTERRUPTED -> Failure.badRequest(QueryCall.TOO_LONG);
      case DAMAGED -> Failure.unavailable("This database cannot be read: " + failure.text());
    };
  }

  /// An address in ordinary percent encoding belongs to the page in tilde encoding.
  private Optional<Answer> elsewhere(Instance instance, Call call) {
    if (call.path().indexOf('%') < 0) {
      return Optional.empty();
    }
    return Optional.of(Answer.redirect(call.base() + PercentPaths.tilde(new Visit(instance, files, options, call))
        + call.args().toQuery()));
  }

  /// An error as JSON, as a line of text or as a page, as the caller prefers.
  public static Answer error(Call call, Failure failure) {
    if (ROWS.matcher(call.path()).find() || call.args().find("_format").filter("csv"::equals).isPresent()) {
      // no page may end up among somebody's numbers
      return retried(Answer.text(Answer.TEXT, String.join("; ", failure.errors())), failure);
    }
    if (!wantsJson(call)) {
      var frame = new Frame("Error " + failure.status(), List.of(new Link("home", call.link("/"))), call.base(),
          Optional.empty(), Map.of(), "");
      var page = Pages.answer(frame, out -> JtemessageGenerated.render(out, null, frame, failure.errors()))
          .without("referrer-policy");
      return retried(page, failure);
    }
    return jsonError(failure);
  }

  static Answer jsonError(Failure failure) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", false);
    body.put("error", String.join("; ", failure.errors()));
    body.put("errors", failure.errors());
    body.put("status", failure.status());
    body.putAll(failure.context());
    return retried(Answer.of(Answer.JSON, Json.bytes(body)), failure);
  }

  private static Answer retried(Answer answer, Failure failure) {
    var told = answer.withStatus(failure.status());
    return failure.status() == 503 ? told.with("retry-after", "1") : told;
  }

  static boolean wantsJson(Call call) {
    Args args = call.args();
    return call.path().endsWith(".json") || args.find("_format").filter("json"::equals).isPresent()
        || isJson(call.header("accept")) || isJson(call.header("content-type"));
  }

  private static boolean isJson(Optional<String> header) {
    return header.map(h -> h.toLowerCase(Locale.ROOT)).filter(h -> h.startsWith("application/json")).isPresent();
  }
}
