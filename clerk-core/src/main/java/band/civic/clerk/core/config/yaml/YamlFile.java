package band.civic.clerk.core.config.yaml;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/// A YAML (or JSON) file that people write, with the line of each value. One document; a key that stands twice, an
/// anchor and an alias are errors, because what such a file says is not what a reader sees.
///
/// @param file where it is
/// @param root what it says; an empty object when the file is empty
/// @param lines the line of each value, by JSON pointer (`/agencies/3/id`)
public record YamlFile(Path file, JsonNode root, Map<String, Integer> lines) {

  /// Reads and checks `file`.
  ///
  /// @throws BadConfiguration when it cannot be read, naming file and line
  public static YamlFile read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be read (%s). Make it a readable UTF-8 file."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  /// Checks `text` as if it stood in `file`.
  public static YamlFile parse(Path file, String text) {
    try {
      var tree = new YamlTree(text);
      var root = tree.read();
      return new YamlFile(file, root, tree.lines());
    } catch (YamlMistake e) {
      throw new BadConfiguration(file + ":" + e.line() + ": " + e.getMessage(), e);
    } catch (MarkedYamlEngineException e) {
      var place = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new BadConfiguration(file + place + ": not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new BadConfiguration(file + ": not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }

  /// `sites/alameda.ca.yaml:7`, for the value at a JSON pointer, or for the nearest one around it that has a line.
  public String placeOf(String pointer) {
    for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      if (lines.containsKey(at)) {
        return file + ":" + lines.get(at);
      }
    }
    return lines.containsKey("") ? file + ":" + lines.get("") : file.toString();
  }
}
