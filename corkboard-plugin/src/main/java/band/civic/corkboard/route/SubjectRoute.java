package band.civic.corkboard.route;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.SubjectPages;
import band.civic.corkboard.page.generated.JtesubjectGenerated;
import band.civic.corkboard.subject.Part;
import band.civic.corkboard.subject.Pictures;
import band.civic.corkboard.subject.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages about the things that rows are about: `/{database}/-/committee`, `/{database}/-/committee/1392842`, and a section
/// of it alone, `/{database}/-/committee/1392842/years.csv`.
final class SubjectRoute {
  private final Visit visit;
  private final Visit.Opened opened;
  private final Target target;
  private final Page page;
  private final String database;

  private SubjectRoute(Visit visit, Visit.Opened opened, Target target, Page page) {
    this.visit = visit;
    this.opened = opened;
    this.target = target;
    this.page = page;
    this.database = visit.call().link("/" + Tilde.encode(opened.file().name()));
  }

  /// The route to a declared page; nothing when no such page is declared.
  static Optional<Answer> answer(Visit visit, Visit.Opened opened, Target target) {
    return visit.instance()
        .config()
        .pages(opened.file().name())
        .stream()
        .filter(p -> p.name().equals(target.name(2)))
        .findFirst()
        .map(p -> TableRoute.cached(new SubjectRoute(visit, opened, target, p).route(), visit));
  }

  private Answer route() {
    if (target.size() == 3) {
      return index();
    }
    var asked = target.name(3);
    var subject = Subject.find(opened.scope(), page, asked)
        .orElseThrow(() -> Failure.notFound(page.title() + " not found: " + asked));
    var path = SubjectPages.path(database, subject);
    if (!subject.key().equals(asked)) {
      return Answer.redirect(path + rest() + visit.call().args().toQuery());
    }
    return target.size() == 5 ? section(subject) : subject(subject, path);
  }

  private String rest() {
    return (target.size() == 5 ? "/" + target.raw(4) : "") + target.format().map(f -> "." + f).orElse("");
  }

  private Answer index() {
    var part = Part.read(opened.scope(), page.index(), Map.of());
    return switch (format()) {
      case "json" -> Answer.json(around(page.index().title()).with("index", part));
      case "csv" -> DeclaredRows.csv(part);
      case "html" -> {
        var frame = new Frames(visit).below(opened.scope(), page.index().title(), Map.of());
        var shown = new SubjectPages(opened.scope(), database, database + "/-/" + page.name()).list("", part);
        yield Pages.answer(frame, out -> JtesubjectGenerated.render(out, null, frame, shown));
      }
      default -> throw invalid();
    };
  }

  private Answer subject(Subject subject, String path) {
    return switch (format()) {
      case "json" -> Answer.json(around(subject.title()).with("key", subject.value())
          .with("url", visit.call().absolute(path))
          .with("facts", subject.facts())
          .with("sections", page.sections().stream().map(s -> subject.read(opened.scope(), s)).toList()));
      case "html" -> {
        var frame = new Frames(visit).below(opened.scope(), subject.title(), Map.of(),
            new Link(page.index().title(), database + "/-/" + page.name()));
        var shown = new SubjectPages(opened.scope(), database, path).page(subject);
        yield Pages.answer(frame, out -> JtesubjectGenerated.render(out, null, frame, shown));
      }
      default -> throw invalid();
    };
  }

  private Answer section(Subject subject) {
    var section = subject.section(target.name(4))
        .orElseThrow(() -> Failure.notFound("Section not found: " + target.name(4)));
    var part = subject.read(opened.scope(), section);
    var chart = Pictures.of(subject.title() + ": " + section.title(), part);
    return switch (format()) {
      case "json" -> visit.call().args().has("_chart")
          ? Answer.json(chart.orElseThrow(() -> Failure.notFound("This section has no chart")))
          : Answer.json(around(subject.title()).with("key", subject.value()).with("section", part));
      case "csv" -> DeclaredRows.csv(part);
      case "svg" -> ChartRoute.picture(chart.orElseThrow(() -> Failure.notFound("This section has no chart")));
      case "html" -> Answer.redirect(SubjectPages.path(database, subject) + "#" + section.name());
      default -> throw invalid();
    };
  }

  private String format() {
    return target.format().or(() -> visit.call().args().findFilled("_format")).orElse("html");
  }

  private Failure invalid() {
    return Failure.notFound("Invalid format: " + format());
  }

  private Body around(String title) {
    return new Body(new LinkedHashMap<>()).with("ok", true)
        .with("database", opened.file().name())
        .with("page", page.name())
        .with("title", title);
  }

  /// An answer in JSON, key by key.
  private record Body(Map<String, @Nullable Object> map) implements band.civic.corkboard.http.JsonObject {

    Body with(String key, Object value) {
      map.put(key, value);
      return this;
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
      return map;
    }
  }
}
