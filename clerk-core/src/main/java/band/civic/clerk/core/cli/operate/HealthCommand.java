package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.operate.health.Health;
import band.civic.clerk.core.operate.health.HealthJson;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.core.operate.health.HealthReport;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.HealthCheck.State;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk health`.
@Command(name = "health", description = "Tell whether all is well; exit code 0: healthy, 1: degraded, 2: unhealthy. "
    + "With --verbose what is well is listed too.")
public final class HealthCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Option(names = "--json", description = "Print JSON: status, checks, issues, warnings.")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public HealthCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var report = look();
    var out = spec.commandLine().getOut();
    out.println(json ? Json.of(HealthJson.of(report)) : text(report));
    return switch (report.state()) {
      case HEALTHY -> 0;
      case DEGRADED -> 1;
      case UNHEALTHY -> 2;
    };
  }

  /// A registry that cannot be opened is what this command is there to tell.
  private HealthReport look() {
    try {
      return new Health(OperatorsDoor.desk(rooms)).look();
    } catch (ClerkException e) {
      return new HealthReport(rooms.clock().instant(),
          List.of(new Check("database", State.UNHEALTHY, String.valueOf(e.getMessage()))));
    }
  }

  private String text(HealthReport report) {
    var text = new StringBuilder(HealthJson.word(report.state()));
    report.checks()
        .stream()
        .filter(check -> rooms.options().verbose() || check.state() != State.HEALTHY)
        .forEach(check -> text.append("%n  %-9s  %-13s  %s".formatted(HealthJson.word(check.state()), check.name(),
            check.message())));
    return text.toString();
  }
}
