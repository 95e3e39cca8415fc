package band.civic.corkboard.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands around every page.
///
/// @param title the page's title
/// @param crumbs the way back, outermost first
/// @param base what every path of this instance starts with
/// @param json the absolute URL of the same as JSON
/// @param metadata title, description, licence and source of what is shown
/// @param changes the path of the stream that tells when the data changes; empty for none
public record Frame(String title, List<Link> crumbs, String base, Optional<String> json, Map<String, Object> metadata,
    String changes) {

  public Frame {
    crumbs = List.copyOf(crumbs);
  }

  /// A metadata value as text.
  public String text(String key) {
    var value = metadata.get(key);
    return value instanceof String || value instanceof Number ? value.toString() : "";
  }

  /// A metadata value that is the address of a page; anything else is dropped, `javascript:` above all.
  public String url(String key) {
    var value = text(key);
    return value.startsWith("https://") || value.startsWith("http://") ? value : "";
  }

  public boolean has(String key) {
    return !text(key).isEmpty();
  }
}
