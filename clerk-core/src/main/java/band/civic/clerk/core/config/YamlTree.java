package band.civic.clerk.core.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Builds the tree of one YAML document and notes the line of every value. Jackson's own tree reader keeps no lines.
final class YamlTree implements AutoCloseable {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final YAMLFactory YAML = YAMLFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final Map<String, Integer> lines = new HashMap<>();
  private final YAMLParser parser;

  YamlTree(String text) {
    parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text);
  }

  JsonNode read() {
    var token = parser.nextToken();
    if (token == null) {
      return NODES.objectNode();
    }
    var root = value("", token);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "a second document; one file holds one document");
    }
    return root;
  }

  Map<String, Integer> lines() {
    return Map.copyOf(lines);
  }

  @Override
  public void close() {
    parser.close();
  }

  private JsonNode value(String pointer, @Nullable JsonToken token) {
    if (token == null || parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new StreamReadException(parser, "anchors and aliases are not allowed; write the value out");
    }
    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
    return switch (token) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.stringNode(parser.getString());
    };
  }

  private JsonNode object(String pointer) {
    var object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      lines.put(child, parser.currentTokenLocation().getLineNr());
      object.set(name, value(child, parser.nextToken()));
    }
    return object;
  }

  private JsonNode array(String pointer) {
    var array = NODES.arrayNode();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      array.add(value(pointer + "/" + array.size(), token));
    }
    return array;
  }
}
