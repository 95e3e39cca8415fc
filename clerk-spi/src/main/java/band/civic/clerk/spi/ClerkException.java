package band.civic.clerk.spi;

import org.jspecify.annotations.Nullable;

/// A failure that is known: the message says what failed, where, and what to do next. It ends the work on one site; the
/// next site goes on. Anything else that is thrown is a bug and ends with exit code 1.
public abstract sealed class ClerkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private ClerkException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /// The process exit code that this failure ends in (sysexits.h).
  public int exitCode() {
    return exitCode;
  }

  /// A setting, an option or a reviewed file is wrong (78). Trying again without changing it is useless.
  public static final class BadConfiguration extends ClerkException {
    private static final long serialVersionUID = 1L;

    public BadConfiguration(String message) {
      super(78, message, null);
    }

    public BadConfiguration(String message, Throwable cause) {
      super(78, message, cause);
    }
  }

  /// The source did not answer, or not in time (75). Try again later.
  public static final class SourceUnavailable extends ClerkException {
    private static final long serialVersionUID = 1L;

    public SourceUnavailable(String message) {
      super(75, message, null);
    }

    public SourceUnavailable(String message, Throwable cause) {
      super(75, message, cause);
    }
  }

  /// The source answered with something that cannot be what it should be (65).
  public static final class BadSourceData extends ClerkException {
    private static final long serialVersionUID = 1L;

    public BadSourceData(String message) {
      super(65, message, null);
    }

    public BadSourceData(String message, Throwable cause) {
      super(65, message, cause);
    }
  }

  /// A person or the host asked to stop (130).
  public static final class Cancelled extends ClerkException {
    private static final long serialVersionUID = 1L;

    public Cancelled(String message) {
      super(130, message, null);
    }
  }

  /// What was built failed its checks and was not published (3).
  public static final class ValidationFailed extends ClerkException {
    private static final long serialVersionUID = 1L;

    public ValidationFailed(String message) {
      super(3, message, null);
    }

    public ValidationFailed(String message, Throwable cause) {
      super(3, message, cause);
    }
  }
}
