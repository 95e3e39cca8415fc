package band.civic.clerk.core.plugin;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends the loading of one file; always caught and turned into a [BrokenPlugin].
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String cause) {
    super(cause);
  }

  Unusable(String cause, @Nullable Throwable failure) {
    super(cause, failure);
  }

  BrokenPlugin of(Path file, Optional<String> id) {
    return new BrokenPlugin(file, id, String.valueOf(getMessage()), Optional.ofNullable(getCause()));
  }
}
