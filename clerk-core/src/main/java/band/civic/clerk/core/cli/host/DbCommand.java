package band.civic.clerk.core.cli.host;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.store.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `clerk db`: the registry's schema.
@Command(name = "db", description = "Upgrade and check the registry's schema.")
public final class DbCommand {
  private final Rooms rooms;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public DbCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Command(name = "upgrade", description = "Install what is missing.")
  int upgrade() {
    try (var schema = open()) {
      var installed = schema.upgrade();
      say(installed.isEmpty()
          ? "The registry %s is up to date (version %d).".formatted(schema.name(), schema.newestVersion())
          : "The registry %s: installed version %s.".formatted(schema.name(), String.join(", ", installed)));
      return 0;
    }
  }

  @Command(name = "current", description = "Show the installed version and the newest.")
  int current() {
    try (var schema = open()) {
      say("%s: version %s, newest %d".formatted(schema.name(), schema.findVersion().map(String::valueOf).orElse("none"),
          schema.newestVersion()));
      return 0;
    }
  }

  @Command(name = "history", description = "List the steps of the schema and when each was installed (UTC).")
  int history() {
    try (var schema = open()) {
      var table = TextTable.of("VERSION", "DESCRIPTION", "STATE", "INSTALLED");
      schema.history()
          .forEach(step -> table.add(step.version(), step.description(), step.state(),
              step.installedAt().orElse("-")));
      say(table.toString());
      return 0;
    }
  }

  @Command(name = "validate", description = "Compare the installed steps with those of this clerk; exit code 3 if they differ.")
  int validate() {
    try (var schema = open()) {
      var problems = schema.problems();
      problems.forEach(this::say);
      say(problems.isEmpty()
          ? "The registry %s is as it should be.".formatted(schema.name())
          : "The registry %s differs. `clerk db upgrade` installs what is pending.".formatted(schema.name()));
      return problems.isEmpty() ? 0 : 3;
    }
  }

  private Schema open() {
    return Schema.open(rooms.settings().databaseUrl());
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
  }
}
