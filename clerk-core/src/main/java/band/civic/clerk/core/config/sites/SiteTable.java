package band.civic.clerk.core.config.sites;

import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Sites as a table: CSV with a header, or JSON or YAML with a list of objects (or one object) shaped as the files of
/// `site-config/sites`. The names of the fields are not judged here.
public final class SiteTable {
  private static final List<String> COLUMNS = List.of("subdomain", "name", "state", "country", "kind", "lat", "lng");

  private SiteTable() {}

  /// One row: field name (`name`, `lat`, `extra.KEY`) to value. An empty CSV cell names nothing.
  public record Row(String place, Map<String, String> fields) {}

  /// Reads a table; the end of its name says which kind it is.
  ///
  /// @throws BadConfiguration when it cannot be read, with the line
  public static List<Row> read(Path file) {
    var name = String.valueOf(file.getFileName());
    if (name.endsWith(".csv")) {
      return csv(file);
    }
    if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return yaml(YamlFile.read(file));
    }
    throw new BadConfiguration(file + ": neither .csv, .json nor .yaml. Name the file by what it holds.");
  }

  /// The rows as CSV with a header, lines ended by `\n`.
  public static String csv(List<Map<String, String>> rows) {
    var extras = new TreeSet<String>();
    rows.forEach(row -> extras.addAll(row.keySet()));
    COLUMNS.forEach(extras::remove);
    var columns = new ArrayList<>(COLUMNS);
    columns.addAll(extras);
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(columns);
      rows.forEach(row -> csv.writeRecord(columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Row> csv(Path file) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(row -> new Row(file + ":" + row.getStartingLineNumber(), fields(row))).toList();
    } catch (CsvParseException e) {
      throw new BadConfiguration("%s: not CSV: %s".formatted(file, e.getMessage()), e);
    } catch (IOException | UncheckedIOException e) {
      throw new BadConfiguration("%s cannot be read (%s). Make it a readable UTF-8 file."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  private static Map<String, String> fields(NamedCsvRecord row) {
    var fields = new LinkedHashMap<String, String>();
    row.getFieldsAsMap().forEach((name, value) -> {
      if (!value.isBlank()) {
        fields.put(name.strip(), value.strip());
      }
    });
    return fields;
  }

  private static List<Row> yaml(YamlFile file) {
    if (file.root().isObject()) {
      return List.of(new Row(file.placeOf(""), fields(file.root())));
    }
    var rows = new ArrayList<Row>();
    for (var node : file.root()) {
      var place = file.placeOf("/" + rows.size());
      if (!node.isObject()) {
        throw new BadConfiguration(place + ": not an object with `subdomain`, `name`, …");
      }
      rows.add(new Row(place, fields(node)));
    }
    return List.copyOf(rows);
  }

  private static Map<String, String> fields(JsonNode site) {
    var fields = new LinkedHashMap<String, String>();
    for (var field : site.properties()) {
      switch (field.getKey()) {
        case "position" -> field.getValue()
            .propertyStream()
            .forEach(part -> fields.put(part.getKey(), part.getValue().asString("")));
        case "extra" -> field.getValue()
            .propertyStream()
            .forEach(part -> fields.put("extra." + part.getKey(), part.getValue().asString("")));
        default -> fields.put(field.getKey(), field.getValue().asString(""));
      }
    }
    fields.values().removeIf(String::isBlank);
    return fields;
  }
}
