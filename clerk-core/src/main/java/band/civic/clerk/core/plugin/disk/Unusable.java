package band.civic.clerk.core.plugin.disk;

import org.jspecify.annotations.Nullable;

/// Ends the loading of one file; always caught and told as the reason why that plugin is broken.
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unusable(String cause) {
    super(cause);
  }

  public Unusable(String cause, @Nullable Throwable failure) {
    super(cause, failure);
  }

  /// What is wrong and what to do about it.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
