package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.page.generated.JteplainGenerated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The SQL that made the tables.
final class SchemaRoute {
  private final Visit visit;

  SchemaRoute(Visit visit) {
    this.visit = visit;
  }

  Answer ofAll(Optional<String> format) {
    var schemas = new ArrayList<Map<String, Object>>();
    for (var file : visit.instance().databases()) {
      if (visit.instance().config().showsDatabase(file.name())) {
        try (var opened = visit.open(file)) {
          schemas.add(ofDatabase(file.name(), opened.scope().schema().sql()));
        }
      }
    }
    var data = new LinkedHashMap<String, Object>();
    data.put("ok", true);
    data.put("schemas", schemas);
    return answer(format, data, schemas);
  }

  Answer ofDatabase(Visit.Opened opened, Optional<String> format) {
    var schema = ofDatabase(opened.file().name(), opened.scope().schema().sql());
    return one(format, schema);
  }

  Answer ofTable(Visit.Opened opened, String table, Optional<String> format) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("database", opened.file().name());
    schema.put("table", table);
    schema.put("schema", opened.table(table).traits().sql());
    return one(format, schema);
  }

  private static Map<String, Object> ofDatabase(String name, String sql) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("database", name);
    schema.put("schema", sql);
    return schema;
  }

  private Answer one(Optional<String> format, Map<String, Object> schema) {
    var data = new LinkedHashMap<String, Object>();
    data.put("ok", true);
    data.putAll(schema);
    return answer(format, data, List.of(schema));
  }

  private Answer answer(Optional<String> format, Map<String, Object> data, List<Map<String, Object>> schemas) {
    return switch (format.orElse("html")) {
      case "json" -> Answer.json(data);
      case "html" -> html(schemas);
      case "md" -> Answer.text("text/markdown; charset=utf-8", markdown(schemas));
      default -> throw Failure.notFound("Invalid format: " + format.orElse(""));
    };
  }

  private Answer html(List<Map<String, Object>> schemas) {
    var text = schemas.stream().map(s -> String.valueOf(s.get("schema"))).collect(Collectors.joining("\n\n"));
    var frame = new Frames(visit).page("Schema");
    return Pages.answer(frame, out -> JteplainGenerated.render(out, null, frame, text));
  }

  private static String markdown(List<Map<String, Object>> schemas) {
    var text = new StringBuilder();
    for (var schema : schemas) {
      var table = schema.get("table");
      text.append("# Schema for ")
          .append(schema.get("database"))
          .append(table == null ? "" : "." + table)
          .append("\n\n```sql\n")
          .append(schema.get("schema"))
          .append("\n```\n\n");
    }
    return text.toString();
  }
}
