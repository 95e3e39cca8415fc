package band.civic.fec.command;

import band.civic.fec.bronze.Ingest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How ingests look, to a person and as JSON. Names here are a promise to scripts.
final class Shapes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Shapes() {}

  static void print(PrintWriter out, Object document) {
    out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    out.flush();
  }

  /// The files of one run.
  static Map<String, Object> files(String runId, List<Ingest> ingests) {
    var document = new LinkedHashMap<String, Object>();
    document.put("run_id", runId);
    document.put("files", ingests.stream().map(Shapes::file).toList());
    return document;
  }

  static Map<String, Object> file(Ingest ingest) {
    var document = new LinkedHashMap<String, Object>();
    document.put("kind", ingest.kind());
    document.put("file", ingest.origin());
    document.put("status", ingest.status());
    document.putAll(ingest.figures().byName());
    return document;
  }

  static Map<String, Object> ingest(Ingest ingest) {
    var document = new LinkedHashMap<String, Object>();
    document.put("ingest_id", ingest.id());
    document.put("run_id", ingest.runId());
    document.put("command", ingest.command());
    document.put("kind", ingest.kind());
    document.put("cycle", ingest.cycle());
    document.put("origin", ingest.origin());
    document.put("window", ingest.window());
    document.put("status", ingest.status());
    document.put("reason", ingest.reason());
    document.putAll(ingest.figures().byName());
    document.put("checksum", ingest.figures().checksum());
    document.put("started_at", ingest.startedAt().toString());
    document.put("ended_at", ingest.endedAt().map(Object::toString).orElse(null));
    return document;
  }

  static List<String> table(List<Ingest> ingests) {
    var format = "%-10s %-24s %-10s %12s %12s %10s %12s %10s %10s %20s";
    var head = format.formatted("KIND", "FROM", "STATUS", "READ", "NEW", "CHANGED", "UNCHANGED", "RETIRED", "REJECTED",
        "AMOUNT");
    var lines = new ArrayList<String>();
    lines.add(head);
    ingests.forEach(ingest -> lines.add(line(format, ingest)));
    return lines;
  }

  private static String line(String format, Ingest ingest) {
    var figures = ingest.figures();
    return format.formatted(ingest.kind(), ingest.origin(), ingest.status(), count(figures.read()), count(figures
        .added()), count(figures.changed()), count(figures.unchanged()), count(figures.retired()), count(
            figures
                .rejected()),
        "$%s.%02d".formatted(count(figures.cents() / 100), Math.abs(figures.cents() % 100)));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
