package band.civic.clerk.core.config.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Builds the tree of one YAML document from the parser's events and notes the line of every value. Jackson's YAML
/// reader neither keeps lines nor tells of an anchor on a scalar.
final class YamlTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Integer> lines = new HashMap<>();
  private final Iterator<Event> events;
  private final ScalarResolver resolver;

  YamlTree(String text) {
    var settings = LoadSettings.builder().build();
    events = new Parse(settings).parseString(text).iterator();
    resolver = settings.getSchema().getScalarResolver();
  }

  /// The tree.
  ///
  /// @throws YamlMistake for what this project does not allow
  /// @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException for what is not YAML
  JsonNode read() {
    events.next(); // the stream
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return NODES.objectNode();
    }
    var root = value("", events.next());
    events.next(); // the document's end
    var after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new YamlMistake(line(after), "a second document; one file holds one document");
    }
    return root;
  }

  Map<String, Integer> lines() {
    return Map.copyOf(lines);
  }

  private JsonNode value(String pointer, Event event) {
    if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
      throw new YamlMistake(line(event), "anchors and aliases are not allowed; write the value out");
    }
    lines.putIfAbsent(pointer, line(event));
    return switch (event) {
      case MappingStartEvent mapping -> object(pointer);
      case SequenceStartEvent sequence -> array(pointer);
      case ScalarEvent scalar -> scalar(scalar);
      default -> throw new YamlMistake(line(event), "a value is missing");
    };
  }

  private JsonNode object(String pointer) {
    var object = NODES.objectNode();
    for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      if (!(event instanceof ScalarEvent key) || key.getAnchor().isPresent()) {
        throw new YamlMistake(line(event), "a key is one word or a quoted text");
      }
      var name = key.getValue();
      if (object.has(name)) {
        throw new YamlMistake(line(event), "the key `" + name + "` stands twice");
      }
      var child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      lines.put(child, line(event));
      object.set(name, value(child, events.next()));
    }
    return object;
  }

  private JsonNode array(String pointer) {
    var array = NODES.arrayNode();
    for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      array.add(value(pointer + "/" + array.size(), event));
    }
    return array;
  }

  private JsonNode scalar(ScalarEvent scalar) {
    if (scalar.getTag().isPresent()) {
      throw new YamlMistake(line(scalar), "tags are not allowed; write the value alone");
    }
    var text = scalar.getValue();
    var tag = resolver.resolve(text, scalar.getImplicit().canOmitTagInPlainScalar() && scalar.isPlain());
    if (tag.equals(Tag.INT)) {
      var number = new BigInteger(text);
      return number.bitLength() < Integer.SIZE ? NODES.numberNode(number.intValue()) : NODES.numberNode(number);
    }
    if (tag.equals(Tag.FLOAT) && text.matches("[-+0-9.eE]+")) {
      return NODES.numberNode(new BigDecimal(text));
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(text.equals("true"));
    }
    return tag.equals(Tag.NULL) ? NODES.nullNode() : NODES.stringNode(text);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
