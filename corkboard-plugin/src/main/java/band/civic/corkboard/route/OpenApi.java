package band.civic.corkboard.route;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The description of the API for programs that make clients of it (OpenAPI 3.1).
final class OpenApi {
  private static final Map<String, Object> DESCRIPTION = Config.resource("openapi.yaml");

  private OpenApi() {}

  /// The description as it holds for whom the call came to.
  static Answer answer(Call call) {
    var described = new LinkedHashMap<>(DESCRIPTION);
    described.put("servers", List.of(Map.of("url", call.absolute(call.base()))));
    return Answer.json(described);
  }
}
