package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.sqlite.Trace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// With `_trace=1`, where the setting `trace_debug` allows it: the statements that an answer ran, put into it.
final class Tracing {

  private Tracing() {}

  static boolean isAsked(Instance instance, Call call) {
    return call.args().findFilled("_trace").isPresent() && instance.config().settings().flag("trace_debug");
  }

  /// The answer with its statements: beside the rest of a JSON object, at the end of a page, below lines of text.
  static Answer answer(Supplier<Answer> work) {
    var steps = new ArrayList<Trace.Step>();
    long start = System.nanoTime();
    var answer = Trace.into(steps, work);
    if (!(answer.body() instanceof Body.Bytes bytes)) {
      return answer;
    }
    var text = new String(bytes.bytes(), StandardCharsets.UTF_8);
    var told = told(steps, start, System.nanoTime());
    var type = answer.headers().getOrDefault("content-type", "");
    return switch (type) {
      case Answer.JSON -> answer.with(bytes(inJson(text, told)));
      case Answer.HTML -> answer.with(bytes(inPage(text, told)));
      case Answer.TEXT -> answer.with("content-type", Answer.HTML)
          .with(bytes("<!DOCTYPE html><title>Trace</title><textarea rows=\"30\" cols=\"100\">" + escaped(text)
              + "</textarea>" + pre(told)));
      default -> answer;
    };
  }

  private static Body bytes(String text) {
    return new Body.Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> told(List<Trace.Step> steps, long start, long end) {
    var told = new LinkedHashMap<String, Object>();
    told.put("request_duration_ms", millis(start, end));
    told.put("sum_trace_duration_ms", steps.stream().mapToDouble(s -> millis(s.startNanos(), s.endNanos())).sum());
    told.put("num_traces", steps.size());
    told.put("traces", steps.stream().map(s -> told(s, start)).toList());
    return told;
  }

  private static Map<String, @Nullable Object> told(Trace.Step step, long start) {
    var told = new LinkedHashMap<String, @Nullable Object>();
    told.put("type", "sql");
    told.put("start", millis(start, step.startNanos()) / 1e3);
    told.put("end", millis(start, step.endNanos()) / 1e3);
    told.put("duration_ms", millis(step.startNanos(), step.endNanos()));
    told.put("traceback", List.of());
    told.put("database", step.database());
    told.put("sql", step.sql().text().strip());
    told.put("params", step.params());
    return told;
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }

  /// The API's page calls it `_traces`, programs find it at `_trace`.
  private static String inJson(String text, Map<String, Object> told) {
    if (!text.startsWith("{\"")) {
      return text;
    }
    return text.substring(0, text.length() - 1) + ",\"_trace\":" + Json.text(told) + ",\"_traces\":"
        + Json.text(told.get("traces")) + "}";
  }

  private static String inPage(String text, Map<String, Object> told) {
    int end = text.lastIndexOf("</body>");
    return end < 0 ? text + pre(told) : text.substring(0, end) + pre(told) + text.substring(end);
  }

  private static String pre(Map<String, Object> told) {
    return "<pre class=\"trace\">" + escaped(Json.pretty(told)) + "</pre>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
