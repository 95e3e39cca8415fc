package band.civic.clerk.etl.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/// Cookies for the life of a client: a form page wants back the session it gave out.
final class MemoryCookies implements CookieJar {
  private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();

  @Override
  public void saveFromResponse(HttpUrl url, List<Cookie> received) {
    received.forEach(cookie -> cookies.put(cookie.domain() + cookie.path() + cookie.name(), cookie));
  }

  @Override
  public List<Cookie> loadForRequest(HttpUrl url) {
    return cookies.values().stream().filter(cookie -> cookie.matches(url)).toList();
  }
}
