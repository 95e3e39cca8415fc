package band.civic.clerk.core.plugin.disk;

import java.nio.file.Path;
import java.util.Optional;

/// Where things are kept that can be made again.
public final class UserCache {

  private UserCache() {}

  /// `$XDG_CACHE_HOME/clerk`, else `~/.cache/clerk`.
  public static Path directory() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("clerk");
  }
}
