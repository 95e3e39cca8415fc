package band.civic.clerk.core.operate.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Alerts in words, for a mail, and as lists and maps, for a webhook.
///
/// @param opened what began
/// @param closed what is over
record AlertText(List<Alert> opened, List<Alert> closed) {

  /// `clerk: 2 alerts, 1 over (site-stale alameda.ca/finance, …)`.
  String subject() {
    var all = Stream.concat(opened.stream(), closed.stream()).toList();
    var parts = new ArrayList<String>();
    if (!opened.isEmpty()) {
      parts.add(opened.size() == 1 ? "1 alert" : opened.size() + " alerts");
    }
    if (!closed.isEmpty()) {
      parts.add(closed.size() + " over");
    }
    var first = all.getFirst().concern();
    return "clerk: %s (%s %s%s)".formatted(String.join(", ", parts), first.kind(), first.subject(),
        all.size() > 1 ? ", …" : "");
  }

  String body() {
    return Stream.concat(opened.stream().map(alert -> text("OPEN", alert)),
        closed.stream().map(alert -> text("OVER", alert))).collect(Collectors.joining("\n\n"));
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("event", "alerts");
    json.put("opened", opened.stream().map(AlertText::json).toList());
    json.put("closed", closed.stream().map(AlertText::json).toList());
    return json;
  }

  private static String text(String state, Alert alert) {
    var until = alert.closedAt().map(at -> ", until " + at).orElse("");
    return "%s  %s  %s%nsince %s%s%n%s".formatted(state, alert.concern().kind(), alert.concern().subject(),
        alert.openedAt(), until, alert.concern().message());
  }

  private static Map<String, Object> json(Alert alert) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", alert.alertId());
    json.put("kind", alert.concern().kind());
    json.put("subject", alert.concern().subject());
    json.put("message", alert.concern().message());
    json.put("opened_at", alert.openedAt().toString());
    alert.closedAt().ifPresent(at -> json.put("closed_at", at.toString()));
    return json;
  }
}
