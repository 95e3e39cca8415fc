package band.civic.electionfinance.netfile.json;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The objects of one JSON answer, streamed: the elements of its list, whether the list is the answer or stands in an
/// envelope, or the answer itself when it is the only object.
public final class JsonObjects implements AutoCloseable {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> LISTS = Set.of("results", "filers", "filings", "items");

  private final String name;
  private final JsonParser parser;
  private final JsonFlattener flattener;
  private State state = State.START;
  private Optional<String> list = Optional.empty();

  private enum State {
    START, ENVELOPE, LIST, BARE_LIST, END
  }

  /// What the stream came to.
  public sealed interface Item {}

  /// An object's values by path: `filingMeta.startDate`.
  public record Values(Map<String, String> byPath) implements Item {}

  /// An element of the list that is no object.
  public record Stray(String text) implements Item {}

  private JsonObjects(String name, JsonParser parser, Predicate<String> secret) {
    this.name = name;
    this.parser = parser;
    this.flattener = new JsonFlattener(secret);
  }

  /// @param secret the fields that are skipped with all they hold
  /// @throws BadSourceData when the file cannot be opened
  public static JsonObjects open(Path file, Predicate<String> secret) {
    var name = file.getFileName().toString();
    try {
      return new JsonObjects(name, FACTORY.createParser(ObjectReadContext.empty(), file), secret);
    } catch (JacksonException e) {
      throw broken(name, e);
    }
  }

  /// The next element; empty at the end.
  ///
  /// @param whole an answer without a list is itself the only element
  /// @throws BadSourceData for broken JSON, for an answer that reports an error, and for one without a list
  public Optional<Item> next(boolean whole) {
    try {
      if (state == State.START) {
        return start(whole);
      }
      while (state != State.END) {
        var item = state == State.ENVELOPE ? envelope() : element();
        if (item.isPresent()) {
          return item;
        }
      }
      return Optional.empty();
    } catch (JacksonException e) {
      throw broken(name, e);
    }
  }

  /// The field of the envelope in which the list stands, once it was reached.
  public Optional<String> list() {
    return list;
  }

  private Optional<Item> start(boolean whole) {
    var first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      state = State.BARE_LIST;
      return next(false);
    }
    if (first != JsonToken.START_OBJECT) {
      throw new BadSourceData(name + " holds neither an object nor a list.");
    }
    if (whole) {
      state = State.END;
      var values = flattener.object(parser);
      refuseError(values.getOrDefault("responseStatus.errorCode", ""),
          values.getOrDefault("responseStatus.message", ""));
      return Optional.of(new Values(values));
    }
    state = State.ENVELOPE;
    return next(false);
  }

  private Optional<Item> envelope() {
    var token = parser.nextToken();
    if (token == JsonToken.END_OBJECT || token == null) {
      state = State.END;
      if (list.isEmpty()) {
        throw new BadSourceData(name + " has none of the lists " + String.join(", ", LISTS.stream().sorted().toList())
            + ". The source may have changed its answers.");
      }
      return Optional.empty();
    }
    var field = parser.currentName();
    var value = parser.nextToken();
    if (value == JsonToken.START_ARRAY && LISTS.contains(field)) {
      state = State.LIST;
      list = Optional.of(field);
    } else if (value == JsonToken.START_OBJECT && field.equals("responseStatus")) {
      var status = flattener.object(parser);
      refuseError(status.getOrDefault("errorCode", ""), status.getOrDefault("message", ""));
    } else {
      parser.skipChildren();
    }
    return Optional.empty();
  }

  private Optional<Item> element() {
    var token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return Optional.of(new Values(flattener.object(parser)));
    }
    if (token == JsonToken.END_ARRAY) {
      state = state == State.LIST ? State.ENVELOPE : State.END;
      return Optional.empty();
    }
    if (token == null) {
      throw new BadSourceData(name + " ends in the middle of its list. Fetch the file again.");
    }
    parser.skipChildren();
    return Optional.of(new Stray(token.isScalarValue() ? token.name() : "a list"));
  }

  /// ServiceStack reports failures inside a normal answer.
  private void refuseError(String code, String message) {
    if (!code.isEmpty()) {
      throw new BadSourceData(name + " is an error answer: " + code + (message.isEmpty() ? "" : ", " + message)
          + " Fetch the file again.");
    }
  }

  private static BadSourceData broken(String name, JacksonException cause) {
    var where = cause.getLocation();
    return new BadSourceData(name + " is not complete JSON"
        + (where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")") + ": "
        + cause.getOriginalMessage() + ". Fetch the file again.", cause);
  }

  @Override
  public void close() {
    parser.close();
  }
}
