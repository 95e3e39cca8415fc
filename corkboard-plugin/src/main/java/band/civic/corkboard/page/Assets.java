package band.civic.corkboard.page;

import band.civic.corkboard.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// The few static files, read once from the jar; only these names exist, so no path can lead elsewhere.
public final class Assets {
  private static final Map<String, String> TYPES = Map.of("app.css", "text/css; charset=utf-8", "app.js",
      "text/javascript; charset=utf-8", "charts.js", "text/javascript; charset=utf-8", "uplot.js",
      "text/javascript; charset=utf-8", "uplot.css", "text/css; charset=utf-8", "uplot-LICENSE.txt", Answer.TEXT,
      "icon.svg", "image/svg+xml", "map.svg", "image/svg+xml");
  private static final Map<String, byte[]> FILES = read();

  /// Changes when a file changes, so that browsers may keep them for long.
  public static final String MARK = mark();

  private Assets() {}

  public static Optional<Answer> find(String name) {
    return Optional.ofNullable(FILES.get(name))
        .map(bytes -> Answer.of(TYPES.getOrDefault(name, Answer.TEXT), bytes)
            .with("cache-control", "max-age=604800"));
  }

  private static Map<String, byte[]> read() {
    var files = new LinkedHashMap<String, byte[]>();
    for (var name : TYPES.keySet()) {
      try (var in = Assets.class.getResourceAsStream("/band/civic/corkboard/static/" + name)) {
        files.put(name, in == null ? new byte[0] : in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(files);
  }

  private static String mark() {
    var sum = new CRC32();
    TYPES.keySet().stream().sorted().forEach(n -> sum.update(FILES.getOrDefault(n, new byte[0])));
    return Long.toHexString(sum.getValue());
  }
}
