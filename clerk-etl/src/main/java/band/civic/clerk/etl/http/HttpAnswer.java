package band.civic.clerk.etl.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a server answered, whole.
public final class HttpAnswer {
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
  private static final int WORDS = 8;
  private static final int START = 512;

  private final URI url;
  private final int status;
  private final Map<String, String> headers;
  private final byte[] bytes;
  private final Instant receivedAt;

  HttpAnswer(URI url, int status, Map<String, String> headers, byte[] bytes, Instant receivedAt) {
    this.url = url;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.bytes = bytes;
    this.receivedAt = receivedAt;
  }

  /// What was asked.
  public URI url() {
    return url;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// A header, by lower-case name; of several with one name the last.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// The body, decompressed; not a copy.
  public byte[] bytes() {
    return bytes;
  }

  /// When the last byte was there, UTC.
  public Instant receivedAt() {
    return receivedAt;
  }

  /// The body as UTF-8, without a byte-order mark.
  public String text() {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// Whether the body begins with these bytes.
  public boolean startsWith(String ascii) {
    var start = ascii.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /// Whether the body is a web page, whatever its content type says.
  public boolean isHtml() {
    var start = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.UTF_8).replace("\uFEFF", "")
        .strip()
        .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  /// The first words of a web page's title, to tell what came instead of data.
  public String pageTitle() {
    var title = TITLE.matcher(text());
    if (!title.find()) {
      return "a web page without a title";
    }
    var words = Arrays.stream(title.group(1).strip().split("\\s+")).limit(WORDS).collect(Collectors.joining(" "));
    return "a web page titled \"" + words + "\"";
  }
}
