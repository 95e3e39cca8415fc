package band.civic.clerk.core;

import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.config.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Types commands as a person would, in a directory of their own, and keeps what was printed.
public final class TypedCommands {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  public TypedCommands(Path directory) {
    this.directory = directory;
  }

  /// What one command printed, and its exit code.
  public record Printed(int exitCode, String out, String err) {}

  public TypedCommands with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Printed type(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var app = new ClerkApp(new Streams(new PrintWriter(out), new PrintWriter(err)),
        new Surroundings(environment, directory, Optional.empty()), Clock.systemUTC());
    return new Printed(app.run(arguments), out.toString(), err.toString());
  }
}
