package band.civic.clerk.core.operate.http;

/// One thing that can be asked for.
///
/// @param method `GET` or `POST`
/// @param path exact
/// @param open whether it is answered without the token: it tells nothing that anybody may not know
/// @param handler answers it, on a platform thread, so that it may ask the registry
public record Route(String method, String path, boolean open, Handler handler) {

  public static Route get(String path, Handler handler) {
    return new Route("GET", path, false, handler);
  }

  public static Route post(String path, Handler handler) {
    return new Route("POST", path, false, handler);
  }

  /// The same for whoever has no token.
  public Route withoutToken() {
    return new Route(method, path, true, handler);
  }

  /// Answers a request.
  @FunctionalInterface
  public interface Handler {
    Answer answer(Request request);
  }
}
