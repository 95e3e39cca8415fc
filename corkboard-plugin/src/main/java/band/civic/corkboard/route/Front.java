package band.civic.corkboard.route;

import band.civic.corkboard.guard.Cors;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request of one instance: methods, errors, and the headers that every answer has.
public final class Front {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final OpenFiles files;
  private final FileOptions options;
  private final Cors cors;

  public Front(OpenFiles files, FileOptions options, Cors cors) {
    this.files = files;
    this.options = options;
    this.cors = cors;
  }

  /// Always an answer, whatever happens.
  public Answer answer(Instance instance, Call call) {
    return cors.apply(route(instance, call), call);
  }

  private Answer route(Instance instance, Call call) {
    try {
      return switch (call.method()) {
        case "GET", "HEAD" -> Router.answer(new Visit(instance, files, options, call));
        case "OPTIONS" -> Answer.text(Answer.TEXT, "ok");
        default -> error(call, Failure.of(405, "Method not allowed"));
      };
    } catch (Failure failure) {
      return failure.status() == 404
          ? elsewhere(instance, call).orElseGet(() -> error(call, failure))
          : error(call, failure);
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

  private static Answer error(Call call, Failure failure) {
    if (!wantsJson(call)) {
      var frame = new Frame("Error " + failure.status(), List.of(new Link("home", call.link("/"))), call.base(),
          Optional.empty(), Map.of(), "");
      return Pages.answer(frame, out -> JtemessageGenerated.render(out, null, frame, failure.errors()))
          .withStatus(failure.status());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", false);
    body.put("error", String.join("; ", failure.errors()));
    body.put("errors", failure.errors());
    body.put("status", failure.status());
    body.putAll(failure.context());
    return Answer.of(Answer.JSON, Json.bytes(body)).withStatus(failure.status());
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
