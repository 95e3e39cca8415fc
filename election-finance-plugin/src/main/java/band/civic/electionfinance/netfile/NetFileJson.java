package band.civic.electionfinance.netfile;

import band.civic.clerk.etl.http.AnswerCheck;
import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.Verdict;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as NetFile sends it, and its ways to fail: an error code in an answer with status 200, the same with 500, a web
/// page in place of JSON.
public final class NetFileJson implements AnswerCheck {
  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<String> permanentErrors;

  public NetFileJson(List<String> permanentErrors) {
    this.permanentErrors = permanentErrors;
  }

  @Override
  public Verdict judge(HttpAnswer answer) {
    if (answer.isHtml()) {
      var byStatus = AnswerCheck.byStatus(answer);
      return byStatus instanceof Verdict.Accept
          ? Verdict.garbled(answer.pageTitle() + " came in place of JSON")
          : byStatus;
    }
    var error = errorCode(answer);
    if (!error.isEmpty()) {
      return permanentErrors.contains(error) ? Verdict.refuse(error) : Verdict.busy(error);
    }
    var byStatus = AnswerCheck.byStatus(answer);
    return byStatus instanceof Verdict.Accept && !isJson(answer.bytes())
        ? Verdict.garbled("what came is not JSON, or is cut off")
        : byStatus;
  }

  public static JsonNode parse(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }

  private static String errorCode(HttpAnswer answer) {
    if (!answer.startsWith("{") || !isJson(answer.bytes())) {
      return "";
    }
    return parse(answer.bytes()).path("responseStatus").path("errorCode").asString("");
  }

  private static boolean isJson(byte[] bytes) {
    try {
      return parse(bytes).isContainer();
    } catch (JacksonException e) {
      return false;
    }
  }
}
