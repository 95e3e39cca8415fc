package band.civic.corkboard.guard;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which pages of other origins may read the API.
///
/// @param all true for pages of any origin
/// @param origins the origins that may, when not all do
public record Cors(boolean all, List<String> origins) {

  public Cors {
    origins = List.copyOf(origins);
  }

  public static Cors none() {
    return new Cors(false, List.of());
  }

  /// The answer with what the caller's browser needs to know.
  public Answer apply(Answer answer, Call call) {
    if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
      return answer;
    }
    if (all) {
      return answer.with(headers("*"));
    }
    if (origins.isEmpty()) {
      return answer;
    }
    var varying = answer.with("vary", "Origin");
    return call.header("origin").filter(origins::contains).map(o -> varying.with(headers(o))).orElse(varying);
  }

  private static Map<String, String> headers(String origin) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("access-control-allow-origin", origin);
    headers.put("access-control-allow-headers", "Authorization, Content-Type");
    headers.put("access-control-expose-headers", "Link");
    headers.put("access-control-allow-methods", "GET, POST, HEAD, OPTIONS");
    headers.put("access-control-max-age", "3600");
    return headers;
  }
}
