package band.civic.clerk.core.operate.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What somebody asks for.
///
/// @param method `GET`, `POST`; a `HEAD` is asked as `GET`
/// @param path below the door, `/jobs`
/// @param query what stands behind `?`
/// @param form what was sent with a `POST`
/// @param headers first value of each, names in lower case
/// @param formToken what a form on a page must send back as `form_token`, so that no other page can send it
public record Request(String method, String path, Map<String, String> query, Map<String, String> form,
    Map<String, String> headers, String formToken) {
  static final String FORM_TOKEN = "form_token";

  public Request {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
    headers = Map.copyOf(headers);
  }

  /// A header, if it was sent.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
