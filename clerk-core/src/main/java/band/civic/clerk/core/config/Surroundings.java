package band.civic.clerk.core.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a process finds around itself, apart from its arguments.
///
/// @param environment environment variables
/// @param workingDirectory absolute
/// @param home the unpacked distribution, which holds `plugins/` and `site-config/`
public record Surroundings(Map<String, String> environment, Path workingDirectory, Optional<Path> home) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Those of this process; the launcher names the distribution by the system property `clerk.home`.
  public static Surroundings ofProcess() {
    return new Surroundings(System.getenv(), Path.of("").toAbsolutePath(),
        Optional.ofNullable(System.getProperty("clerk.home")).map(Path::of));
  }

  /// An environment variable; one that is blank counts as not set.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
