package band.civic.electionfinance.netfile.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Streets, telephone numbers, e-mail addresses and positions on the map: rows of the Campaign API carry them, and they
/// are taken out before anything is kept. So are fields without a value.
final class PrivateFields {
  private static final Set<String> EXACTLY = Set.of("line1", "line2", "latitude", "longitude", "notes", "geo");
  private static final List<String> PARTS = List.of("adr1", "adr2", "phone", "email", "street", "fax");

  private PrivateFields() {}

  /// Takes them out, at every depth.
  ///
  /// @return the same node
  static JsonNode drop(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var names = object.properties()
          .stream()
          .filter(field -> field.getValue().isNull() || isPrivate(field.getKey()))
          .map(field -> field.getKey())
          .toList();
      object.remove(names);
    }
    node.forEach(PrivateFields::drop);
    return node;
  }

  private static boolean isPrivate(String name) {
    var folded = name.toLowerCase(Locale.ROOT);
    return EXACTLY.contains(folded) || PARTS.stream().anyMatch(folded::contains);
  }
}
