package band.civic.clerk.core.operate.page;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.health.HealthReport;
import band.civic.clerk.core.operate.http.Answer;
import band.civic.clerk.core.operate.http.Request;
import band.civic.clerk.core.operate.http.Route;
import band.civic.clerk.core.operate.page.generated.JtepageGenerated;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.Priority;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The page and what its buttons do. Without JavaScript it loads itself again now and then; with it, what changed is
/// exchanged in place.
public final class OperatorsPage {
  private final OperateDesk desk;
  private final Supplier<HealthReport> health;

  /// @param health what was lately seen
  public OperatorsPage(OperateDesk desk, Supplier<HealthReport> health) {
    this.desk = desk;
    this.health = health;
  }

  /// All that can be asked for.
  public List<Route> routes() {
    return List.of(Route.get("/", this::page), asset("page.css", "text/css"), asset("page.js", "text/javascript"),
        Route.post("/jobs/retry", request -> changed(request, "job", queue()::retry)),
        Route.post("/jobs/drop", request -> changed(request, "job", queue()::drop)),
        Route.post("/sites/refresh", this::refresh));
  }

  private Answer page(Request request) {
    var view = new PageMaker(desk).make(health.get(), request.formToken());
    var html = new StringOutput();
    JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
    return Answer.html(html.toString());
  }

  /// What cannot be done is told on a page of its own; what could is seen on this one.
  private static Answer changed(Request request, String name, Consumer<String> change) {
    try {
      change.accept(request.form().getOrDefault(name, ""));
      return Answer.seeOther("/");
    } catch (BadConfiguration e) {
      return Answer.text(409, String.valueOf(e.getMessage()));
    }
  }

  private Answer refresh(Request request) {
    var key = new DatasetKey(request.form().getOrDefault("site", ""), request.form().getOrDefault("data", ""));
    return changed(request, "site", _ -> {
      if (!desk.installed().wanted().contains(key)) {
        throw new BadConfiguration("No pipeline serves %s for %s.".formatted(key.dataType(), key.subdomain()));
      }
      var job = desk.installed().refresh(key).withPriority(Priority.HIGH).withCreatedBy("operator's page");
      var _ = queue().enqueue(job);
    });
  }

  private JobQueue queue() {
    return new JobQueue(desk.registry(), desk.clock());
  }

  private static Route asset(String name, String type) {
    var body = read(name);
    return Route.get("/assets/" + name, _ -> new Answer(200, type + "; charset=utf-8", body, Map.of("Cache-Control",
        "no-cache")));
  }

  private static byte[] read(String name) {
    try (var file = OperatorsPage.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
