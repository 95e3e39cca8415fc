package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.OperateSettings;
import band.civic.clerk.core.operate.health.Health;
import band.civic.clerk.core.operate.health.HealthRoute;
import band.civic.clerk.core.operate.http.DoorSettings;
import band.civic.clerk.core.operate.http.HttpDoor;
import band.civic.clerk.core.operate.http.Route;
import band.civic.clerk.core.operate.metrics.Metrics;
import band.civic.clerk.core.operate.page.OperatorsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The HTTP door of a worker or scheduler: the operator's page, `/health`, `/healthz`, `/metrics`.
public final class OperatorsDoor {

  private OperatorsDoor() {}

  /// Opens it where the settings say; whoever opened it closes it. Empty when the settings say `off`.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadConfiguration when the address cannot be had
  public static Optional<HttpDoor> open(Rooms rooms) {
    return DoorSettings.of(rooms.settings().settings()).map(settings -> HttpDoor.start(settings, routes(desk(rooms))));
  }

  /// What the operator's rooms work with.
  public static OperateDesk desk(Rooms rooms) {
    return new OperateDesk(rooms.registry(), rooms.settings().storageDirectory(),
        OperateSettings.of(rooms.settings().settings()), new InstalledRooms(rooms), rooms.clock());
  }

  private static List<Route> routes(OperateDesk desk) {
    var health = new HealthRoute(new Health(desk), desk.clock(), Json::of);
    var routes = new ArrayList<>(List.of(health.full(), health.brief(), new Metrics(desk).route()));
    routes.addAll(new OperatorsPage(desk, health::report).routes());
    return routes;
  }
}
