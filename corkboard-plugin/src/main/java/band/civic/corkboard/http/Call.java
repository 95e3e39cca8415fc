package band.civic.corkboard.http;

import java.util.Optional;
import java.util.function.Function;

/// One request, free of the web server.
///
/// @param method upper case
/// @param path the raw path below `base`, still encoded, starting with `/`
/// @param base what the path stands below: empty, or `/-/sites/alameda.ca`, without a slash at the end
/// @param args the query string's arguments
/// @param origin `http://host:port` that absolute URLs start with
/// @param caller who asks
public record Call(String method, String path, String base, Args args, String origin, Caller caller) {

  /// Who asks, and what else the request said.
  ///
  /// @param address the client's address, behind trusted proxies the real one
  /// @param headers a request header by name
  public record Caller(String address, Function<String, Optional<String>> headers) {}

  public Optional<String> header(String name) {
    return caller.headers.apply(name);
  }

  /// A path of this server as it stands in a link.
  public String link(String pathBelowBase) {
    return base + pathBelowBase;
  }

  public String absolute(String link) {
    return origin + link;
  }

  /// This page with other arguments.
  public String linkWith(Args others) {
    return base + path + others.toQuery();
  }

  public Call withPath(String otherPath) {
    return new Call(method, otherPath, base, args, origin, caller);
  }

  public Call withBase(String otherBase, String otherPath) {
    return new Call(method, otherPath, otherBase, args, origin, caller);
  }

  public Call withOrigin(String otherOrigin) {
    return new Call(method, path, base, args, otherOrigin, caller);
  }

  public Call withCaller(Caller other) {
    return new Call(method, path, base, args, origin, other);
  }

  public Call withArgs(Args others) {
    return new Call(method, path, base, others, origin, caller);
  }

  /// This page in another format: `.json` after the path, or `_format=json` when the path already has a dot.
  public String linkAs(String format, Args others) {
    var stem = path.equals("/") ? "/" : path;
    return stem.indexOf('.') >= 0
        ? base + stem + others.with("_format", format).toQuery()
        : base + stem + "." + format + others.toQuery();
  }
}
