package band.civic.clerk.core.config.agencies;

import band.civic.clerk.core.config.yaml.Schemas;
import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads an agencies file and refuses one that contradicts itself.
public final class AgencyListReader {
  private final YamlFile yaml;
  private final List<String> problems = new ArrayList<>();

  private AgencyListReader(YamlFile yaml) {
    this.yaml = yaml;
  }

  /// The list in a file.
  ///
  /// @throws BadConfiguration with every problem, each with its line
  public static AgencyList read(YamlFile yaml) {
    Schemas.check(yaml, "agencies");
    return new AgencyListReader(yaml).list();
  }

  private AgencyList list() {
    var source = yaml.root().path("source").asString();
    if (!yaml.file().getFileName().toString().equals(source + ".yaml")) {
      problem("/source", "source `%s` must be the name of the file".formatted(source));
    }
    var listed = date("/listed", yaml.root().path("listed")).orElse(LocalDate.EPOCH);
    var entries = new ArrayList<AgencyEntry>();
    var keys = new HashSet<AgencyKey>();
    for (var node : yaml.root().path("agencies")) {
      entries.add(entry("/agencies/" + entries.size(), node, keys));
    }
    if (!problems.isEmpty()) {
      throw new BadConfiguration(String.join("\n", problems));
    }
    return new AgencyList(source, listed, entries);
  }

  private AgencyEntry entry(String pointer, JsonNode node, Set<AgencyKey> keys) {
    var key = new AgencyKey(node.path("id").asInt(), node.path("shortcut").asString());
    if (!keys.add(key)) {
      problem(pointer, "agency %s stands twice".formatted(key));
    }
    var entry = new AgencyEntry(key, node.path("name").asString(), node.path("kind").asString(),
        Optional.of(node.path("skip")).filter(JsonNode::isString).map(JsonNode::asString),
        mappings(pointer + "/mappings", node.path("mappings")));
    if (entry.skip().isPresent() && !entry.mappings().isEmpty()) {
      problem(pointer, "agency %s is skipped and mapped; take one away".formatted(key));
    }
    if (entry.kind().equals("pseudo") && entry.skip().isEmpty()) {
      problem(pointer, "agency %s is a pseudo row; say in `skip` why".formatted(key));
    }
    return entry;
  }

  private List<AgencyMapping> mappings(String pointer, JsonNode nodes) {
    var mappings = new ArrayList<AgencyMapping>();
    for (var node : nodes) {
      var at = pointer + "/" + mappings.size();
      var mapping = mapping(at, node);
      if (mapping.enabled() && mappings.stream()
          .anyMatch(earlier -> earlier.enabled()
              && earlier.subdomain().equals(mapping.subdomain()) && earlier.overlaps(mapping))) {
        problem(at, "the agency is mapped to %s twice for the same days".formatted(mapping.subdomain()));
      }
      mappings.add(mapping);
    }
    return mappings;
  }

  private AgencyMapping mapping(String pointer, JsonNode node) {
    var from = date(pointer + "/from", node.path("from"));
    var until = date(pointer + "/until", node.path("until"));
    if (from.isPresent() && until.filter(last -> last.isBefore(from.get())).isPresent()) {
      problem(pointer, "`until` is before `from`");
    }
    return new AgencyMapping(node.path("subdomain").asString(), node.path("scope").asString(),
        node.path("enabled").asBoolean(), node.path("review").asString().equals("needed"),
        node.path("note").asString(""), from, until);
  }

  private Optional<LocalDate> date(String pointer, JsonNode node) {
    try {
      return node.isMissingNode() ? Optional.empty() : Optional.of(LocalDate.parse(node.asString()));
    } catch (DateTimeException e) {
      problem(pointer, "`%s` is not a day".formatted(node.asString()));
      return Optional.empty();
    }
  }

  private void problem(String pointer, String message) {
    problems.add(yaml.placeOf(pointer) + ": " + message);
  }
}
