package band.civic.corkboard.subject;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.render.Cells;
import java.util.Collections;
import java.util.Optional;

/// A thing that a page is about: one committee, one year.
///
/// @param page what is declared for things of its kind
/// @param key what tells it from the others, as it stands in URLs
/// @param title its name
/// @param facts what was found with it
/// @param value the key as statements take it
public record Subject(Page page, String key, String title, Part facts, Object value) {

  /// The thing that a key, or another spelling of it, names.
  public static Optional<Subject> find(Scope scope, Page page, String asked) {
    var facts = Part.read(scope, page.subject(), Collections.singletonMap(page.name(), asked));
    if (facts.rows().rows().isEmpty()) {
      return Optional.empty();
    }
    var row = facts.rows().rows().getFirst();
    var value = facts.value(row, "key");
    var key = value == null ? asked : Cells.text(value);
    var title = Cells.text(facts.value(row, "title"));
    return Optional.of(new Subject(page, key, title.isBlank() ? key : title, facts, value == null ? asked : value));
  }

  public Part read(Scope scope, Section section) {
    return Part.read(scope, section, Collections.singletonMap(page.name(), value));
  }

  public Optional<Section> section(String name) {
    return page.sections().stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
