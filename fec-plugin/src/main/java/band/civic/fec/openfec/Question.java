package band.civic.fec.openfec;

import band.civic.clerk.spi.ClerkException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a list is asked. A parameter that the list does not understand is refused here, before any call: OpenFEC would
/// ignore it and answer with everything.
public final class Question {
  private final Endpoint endpoint;
  private final String path;
  private final List<Parameter> parameters;

  private record Parameter(String name, String value) {}

  private Question(Endpoint endpoint, String path, List<Parameter> parameters) {
    this.endpoint = endpoint;
    this.path = path;
    this.parameters = List.copyOf(parameters);
  }

  public static Question of(Endpoint endpoint) {
    return new Question(endpoint, endpoint.path(), List.of());
  }

  /// About one committee, where the address names it.
  public static Question of(Endpoint endpoint, String committeeId) {
    return new Question(endpoint, endpoint.path().replace("{id}", encode(committeeId)), List.of());
  }

  /// A copy with one more parameter.
  ///
  /// @throws ClerkException.BadConfiguration when the list does not understand it
  public Question with(String name, Object value) {
    return withEach(name, List.of(value));
  }

  /// A copy with a parameter of several values, each by itself: OpenFEC refuses commas.
  public Question withEach(String name, Collection<?> values) {
    if (!endpoint.understands(name)) {
      throw new ClerkException.BadConfiguration(
          "OpenFEC's list %s has no parameter \"%s\"; it would ignore it and answer with everything. Nothing was asked."
              .formatted(endpoint.id(), name));
    }
    var more = new ArrayList<>(parameters);
    values.forEach(value -> more.add(new Parameter(name, value.toString())));
    return new Question(endpoint, path, more);
  }

  /// A copy that goes on behind a page.
  public Question after(Map<String, String> lastIndexes) {
    var next = this;
    for (var index : lastIndexes.entrySet()) {
      next = next.with(index.getKey(), index.getValue());
    }
    return next;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /// The address; the key is no part of it.
  URI url(String base) {
    var query = parameters.stream()
        .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
        .collect(Collectors.joining("&"));
    return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
