package band.civic.clerk.core.job;

import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.ClerkException;
import java.util.List;

/// What a process ends with, and how a failure is named.
public final class ExitCodes {
  public static final int OK = 0;
  public static final int BUG = 1;
  public static final int USAGE = 2;
  public static final int CANCELLED = 130;

  /// From bad to worst. A bug hides behind no other code, and a person who stopped it wants to see that.
  private static final List<Integer> WORSE = List.of(OK, 3, 65, 75, 78, USAGE, BUG, CANCELLED);

  private static final int LONGEST = 2000;

  private ExitCodes() {}

  /// The code of a failure.
  public static int of(Throwable failure) {
    return failure instanceof ClerkException known ? known.exitCode() : BUG;
  }

  /// The worse of two codes.
  public static int worst(int one, int other) {
    return WORSE.indexOf(one) > WORSE.indexOf(other) ? one : other;
  }

  /// Whether the first failure is worse than the second.
  static boolean isWorse(Throwable failure, Throwable than) {
    return WORSE.indexOf(of(failure)) > WORSE.indexOf(of(than));
  }

  /// A failure as it is stored and shown.
  public static RunError error(Throwable failure) {
    var known = failure instanceof ClerkException;
    var kind = known ? failure.getClass().getSimpleName() : failure.getClass().getName();
    // PostgreSQL takes no NUL in a text
    var message = String.valueOf(failure.getMessage()).replace("\0", "");
    return new RunError(kind, message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
  }
}
