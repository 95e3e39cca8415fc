package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.sqlite.FileVersion;
import java.util.Map;

/// Tells browsers that show a page when its database has been replaced: a stream of server-sent events.
final class LiveRoute {
  private final Visit visit;

  LiveRoute(Visit visit) {
    this.visit = visit;
  }

  Answer answer() {
    var name = visit.call()
        .args()
        .findFilled("database")
        .orElseThrow(() -> Failure.badRequest("?database= is required"));
    var config = visit.instance().config();
    var file = visit.instance()
        .find(name)
        .filter(d -> config.showsDatabase(d.name()))
        .orElseThrow(() -> Failure.notFound("Database not found"));
    var seen = visit.call().args().find("seen").orElse("");
    var events = new Body.Events(seen,
        () -> file.version().map(FileVersion::mark).orElse(seen));
    return new Answer(200, Map.of("content-type", "text/event-stream; charset=utf-8", "cache-control", "no-store"),
        events);
  }
}
