package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.page.Assets;
import band.civic.corkboard.page.generated.JteplainGenerated;
import java.util.List;
import java.util.Optional;

/// Finds what a path names within one instance.
public final class Router {
  private final Visit visit;
  private final Target target;

  private Router(Visit visit) {
    this.visit = visit;
    this.target = Target.of(visit.call().path());
  }

  /// Answers a GET; what is wrong with it is thrown as a [Failure].
  public static Answer answer(Visit visit) {
    if (visit.call().path().equals("/-/")) {
      return new Router(visit).index();
    }
    return Redirects.ofSlash(visit.call()).orElseGet(() -> new Router(visit).route());
  }

  private static void checkInstance(Visit visit) {
    if (!visit.instance().config().showsInstance()) {
      throw Failure.forbidden("You do not have permission to view this instance");
    }
  }

  private Answer route() {
    if (target.size() == 1 && target.raw(0).isEmpty()) {
      return index();
    }
    if (target.is(0, "-")) {
      return special();
    }
    if (target.size() == 1 && target.format().isPresent()) {
      var wellKnown = new WellKnown(visit).find(visit.call().path());
      if (wellKnown.isPresent()) {
        return wellKnown.get();
      }
    }
    try (var opened = visit.open(target.name(0))) {
      var answer = switch (target.size()) {
        case 1 -> new DatabaseRoute(visit, opened.checked()).answer(target.format());
        case 2 -> tableOrQuery(opened);
        case 3 -> target.is(1, "-") ? ofDatabase(opened.checked()) : row(opened);
        case 4 -> target.is(1, "-") && !target.is(2, "-") ? declared(opened.checked()) : ofTable(opened);
        case 5 -> declared(opened.checked());
        default -> throw notFound();
      };
      return opened.scope().session().wasInterrupted() ? answer.with(Front.VOLATILE, "stopped") : answer;
    }
  }

  private Answer index() {
    checkInstance(visit);
    return new IndexRoute(visit).answer(target.format());
  }

  private Failure notFound() {
    return Failure.notFound("Page not found");
  }

  private Answer special() {
    if (target.is(1, "static") && target.size() == 3) {
      var path = visit.call().path();
      return Assets.find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow(this::notFound);
    }
    var page = target.size() == 2 ? target.raw(1) : "none";
    return switch (page) {
      case "" -> index();
      case "allowed", "check", "rules", "actions", "permissions" -> permissions(page);
      case "schema" -> new SchemaRoute(visit).ofAll(target.format());
      case "search" -> search();
      case "jump" -> new JumpRoute(visit).answer();
      case "live" -> new LiveRoute(visit).answer();
      case "queries" -> shown(page, new QueriesRoute(visit, Optional.empty()).data());
      case "openapi" -> OpenApi.answer(visit.call());
      default -> about(page);
    };
  }

  private Answer search() {
    var args = target.hasFormat("json") ? visit.call().args().replaced("_format", "json") : visit.call().args();
    return Search.answer(new Frames(visit).page("Search"), List.of(visit), args, false);
  }

  private Answer about(String page) {
    if (!page.equals("actor")) {
      checkInstance(visit);
    }
    return shown(page, new AboutRoute(visit).find(page).orElseThrow(this::notFound));
  }

  private Answer permissions(String page) {
    var permissions = new PermissionsRoute(visit);
    boolean asked = !target.isHtml() || visit.call().args().has("action");
    return shown(page, asked ? permissions.find(page) : permissions.offered(page));
  }

  /// A value as JSON, or for people on a page.
  private Answer shown(String page, Object value) {
    if (target.hasFormat("json")) {
      return Answer.json(value);
    }
    if (!target.isHtml()) {
      throw notFound();
    }
    var frame = new Frames(visit).page(page);
    return Pages.answer(frame, out -> JteplainGenerated.render(out, null, frame, Json.pretty(value)));
  }

  private Answer tableOrQuery(Visit.Opened opened) {
    var name = target.name(1);
    var table = opened.findTable(name);
    if (table.isEmpty()) {
      var stored = visit.instance()
          .config()
          .queries(opened.file().name())
          .stream()
          .filter(q -> q.name().equals(name))
          .findFirst();
      if (stored.isPresent()) {
        return new QueryRoute(visit, opened).stored(stored.get(), target.format());
      }
    }
    return new TableRoute(visit, opened, opened.table(name)).answer(target.format());
  }

  private Answer ofDatabase(Visit.Opened opened) {
    return switch (target.raw(2)) {
      case "query" -> new QueryRoute(visit, opened).custom(target.format());
      case "schema" -> new SchemaRoute(visit).ofDatabase(opened, target.format());
      case "queries" -> shown("queries", new QueriesRoute(visit, Optional.of(opened.file().name())).data());
      case "dictionary" -> new DictionaryRoute(visit, opened).answer(target.format());
      case "changes" -> new ChangesRoute(visit, opened).answer(target.format());
      default -> declared(opened);
    };
  }

  private Answer declared(Visit.Opened opened) {
    if (!target.is(1, "-")) {
      throw notFound();
    }
    return SubjectRoute.answer(visit, opened, target).orElseThrow(this::notFound);
  }

  private Answer row(Visit.Opened opened) {
    return new RowRoute(visit, opened, opened.table(target.name(1)), target.raw(2)).answer(target.format());
  }

  private Answer ofTable(Visit.Opened opened) {
    if (!target.is(2, "-")) {
      throw notFound();
    }
    return switch (target.raw(3)) {
      case "schema" -> new SchemaRoute(visit).ofTable(opened, target.name(1), target.format());
      case "chart" -> chart(opened);
      case "autocomplete" -> new AutocompleteRoute(opened.scope(), opened.table(target.name(1)))
          .answer(visit.call().args());
      default -> throw notFound();
    };
  }

  private Answer chart(Visit.Opened opened) {
    var name = target.name(1);
    var format = target.format().orElse("html");
    if (!List.of("svg", "json", "html").contains(format)) {
      throw notFound();
    }
    var charts = new ChartRoute(visit, opened);
    var stored = DatabaseRoute.queries(visit, opened.file().name())
        .stream()
        .filter(q -> q.name().equals(name))
        .findFirst();
    return opened.findTable(name).isEmpty() && stored.isPresent()
        ? charts.ofQuery(stored.get(), format)
        : charts.ofTable(opened.table(name), format);
  }
}
