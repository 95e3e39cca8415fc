package band.civic.clerk.core;

import band.civic.clerk.core.cli.ErrorReport;
import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.pipeline.PipelineCommands;
import band.civic.clerk.core.config.Surroundings;
import band.civic.clerk.core.job.FakePipeline;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.testkit.task.MovableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine;

/// A storage directory and a fake pipeline, and the commands of it typed.
final class Typed {
  final Path directory;
  final MovableClock clock = new MovableClock("2026-11-24T06:00:00Z");
  final FakePipeline pipeline = new FakePipeline("finance");

  Typed(Path directory) {
    this.directory = directory;
  }

  /// What a command printed and ended with.
  record Result(int exitCode, String out, String err) {}

  Path storage() {
    return directory.resolve("storage");
  }

  /// Registers sites.
  Typed with(String... subdomains) {
    try (var rooms = rooms(new GlobalOptions())) {
      for (var subdomain : subdomains) {
        rooms.sites()
            .register(new NewSite(subdomain, subdomain, "CA", "US", "city", Optional.empty(), Map.of()));
      }
    }
    return this;
  }

  /// Types `clerk finance …`.
  Result finance(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var options = new GlobalOptions();
    try (var rooms = rooms(options)) {
      var group = new CommandLine(CommandSpec.create()
          .name("finance")
          .addMixin("global",
              CommandSpec.forAnnotatedObject(options)));
      new PipelineCommands(rooms).of(new Contributed<Pipeline>("fake", "1.0", pipeline)).forEach(group::addSubcommand);
      var errors = new ErrorReport(new PrintWriter(err, true), rooms);
      group.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
      group.setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
      return new Result(group.execute(words), out.toString(), err.toString());
    }
  }

  /// One value out of the registry.
  String one(String sql) {
    try (var rooms = rooms(new GlobalOptions())) {
      return String.valueOf(rooms.registry().sql().fetchValue(sql));
    }
  }

  private OpenedRooms rooms(GlobalOptions options) {
    return new OpenedRooms(options, new Surroundings(Map.of(), directory, Optional.empty()), clock);
  }
}
