package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/// The addresses of the JSON write API. Nothing is written here, so nobody may: a POST is told so, and anything else
/// that it is the wrong method, as clients of the API expect.
final class Writing {
  private static final Pattern ADDRESS = Pattern.compile("/[^/]+/-/(create|execute-write|queries/store)"
      + "|/[^/]+/[^/]+/-/(insert|upsert|alter|drop|set-column-type)|/[^/]+/[^/]+/[^/]+/-/(update|delete)");

  private Writing() {}

  static Optional<Answer> find(Call call) {
    if (!ADDRESS.matcher(call.path()).matches() || call.method().equals("OPTIONS")) {
      return Optional.empty();
    }
    return Optional.of(call.method().equals("POST")
        ? Front.jsonError(Failure.forbidden("Permission denied"))
        : Front.error(call, Failure.of(405, "Method not allowed")));
  }
}
