package band.civic.corkboard.route;

import band.civic.corkboard.history.Changes;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.ChangesPage;
import band.civic.corkboard.page.ChangesPages;
import band.civic.corkboard.page.generated.JtechangesGenerated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// What a published database has that the version before had not. Earlier versions lie in the directory `previous` beside
/// the file, named by the time at which they were replaced. Compared once for each version of the file.
final class ChangesRoute {
  private static final Semaphore PLACE = new Semaphore(1);

  private final Visit visit;
  private final Visit.Opened opened;

  ChangesRoute(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  Answer answer(Optional<String> format) {
    var changes = changes();
    return switch (format.orElse("html")) {
      case "json" -> Answer.json(json(changes));
      case "html" -> html(changes);
      default -> throw Failure.notFound("Invalid format: " + format.orElse(""));
    };
  }

  private Map<String, @Nullable Object> json(Optional<Changes> changes) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("ok", true);
    map.put("database", opened.file().name());
    map.put("changes", changes);
    return map;
  }

  private Answer html(Optional<Changes> changes) {
    var path = visit.call().link("/" + Tilde.encode(opened.file().name()));
    var frame = new Frames(visit).below(opened.scope(), "Changes since the version before", Map.of());
    var page = changes.map(new ChangesPages(path)::page)
        .orElseGet(() -> new ChangesPage("There is no earlier version here.", List.of(), List.of(), List.of()));
    return TableRoute.cached(Pages.answer(frame, out -> JtechangesGenerated.render(out, null, frame, page)), visit);
  }

  private Optional<Changes> changes() {
    var earlier = earlier(opened.file().file());
    var scope = opened.scope();
    return earlier.map(file -> scope.session().remember("changes since " + file, () -> compare(file)))
        .map(c -> c.only(table -> scope.config().showsTable(scope.database(), table)));
  }

  private Changes compare(Path earlier) {
    if (!PLACE.tryAcquire()) {
      throw Failure.unavailable("Other versions are being compared; try again in a moment");
    }
    try (var before = visit.open(new DatabaseFile(opened.file().name(), earlier, "", true))) {
      return Changes.between(before.scope().session(), opened.scope().session());
    } finally {
      PLACE.release();
    }
  }

  /// The newest of the earlier versions of a file.
  static Optional<Path> earlier(Path file) {
    var stem = file.getFileName().toString().replaceFirst("\\.db$", "");
    try (var all = Files.list(file.resolveSibling("previous"))) {
      return all.filter(f -> f.getFileName().toString().startsWith(stem + "-"))
          .filter(f -> f.getFileName().toString().endsWith(".db"))
          .max(Comparator.comparing(f -> f.getFileName().toString()));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
