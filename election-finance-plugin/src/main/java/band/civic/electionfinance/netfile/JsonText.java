package band.civic.electionfinance.netfile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// One JSON object, as text.
public record JsonText(String text) {

  public static JsonText of(JsonNode node) {
    return new JsonText(NetFileJson.MAPPER.writeValueAsString(node));
  }

  /// `{"name": […]}`, UTF-8, an object a line.
  public static byte[] list(String name, List<JsonText> objects) {
    var rows = objects.stream().map(JsonText::text).collect(Collectors.joining(",\n"));
    return "{\"%s\":[\n%s\n],\"totalCount\":%d}".formatted(name, rows, objects.size()).getBytes(StandardCharsets.UTF_8);
  }
}
