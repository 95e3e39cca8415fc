package band.civic.clerk.core.config;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A YAML (or JSON) file that people write, with the line of each value. One document; a key that stands twice, an
/// anchor and an alias are errors, because what such a file says is not what a reader sees.
///
/// @param file
///          where it is
/// @param root
///          what it says; an empty object when the file is empty
/// @param lines
///          the line of each value, by JSON pointer (`/agencies/3/id`)
record YamlFile(Path file, JsonNode root, Map<String, Integer> lines) {

  /// Reads and checks `file`.
  ///
  /// @throws BadConfiguration
  ///           when it cannot be read, naming file and line
  static YamlFile read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be read (%s). Make it a readable UTF-8 file."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  /// Checks `text` as if it stood in `file`.
  static YamlFile parse(Path file, String text) {
    try (var builder = new YamlTree(text)) {
      var root = builder.read();
      return new YamlFile(file, root, builder.lines());
    } catch (JacksonException e) {
      var place = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new BadConfiguration(file + place + ": " + firstLine(e.getOriginalMessage()), e);
    }
  }

  /// `sites/alameda.ca.yaml:7`, for the value at a JSON pointer, or for the nearest one around it that has a line.
  String placeOf(String pointer) {
    for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      if (lines.containsKey(at)) {
        return file + ":" + lines.get(at);
      }
    }
    return file.toString();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("not YAML");
  }
}
