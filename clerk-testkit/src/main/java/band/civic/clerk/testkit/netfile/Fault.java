package band.civic.clerk.testkit.netfile;

import java.time.Duration;
import java.util.function.Consumer;

/// One way in which NetFile has been seen to misbehave.
public sealed interface Fault {
  /// A bare status, perhaps with `Retry-After` seconds (below 0: without).
  record Status(int code, long retryAfterSeconds) implements Fault {}

  /// NetFile's error envelope with that code in it.
  record ErrorCode(int status, String code) implements Fault {}

  /// A web page, status 200.
  record Page(String title) implements Fault {}

  /// Not a byte for so long.
  record Stall(Duration duration) implements Fault {}

  /// The connection breaks.
  record Reset() implements Fault {}

  /// Only the first half of the true body.
  record Half() implements Fault {}

  /// The page before the one that was asked for, with the right counts.
  record PageBefore() implements Fault {}

  /// A list without rows, counted as 0.
  record Empty() implements Fault {}

  /// Something happens at the source first; then it answers truly.
  record Change(Consumer<FakeNetFile> change) implements Fault {}

  static Fault status(int code) {
    return new Status(code, -1);
  }

  static Fault retryAfter(long seconds) {
    return new Status(429, seconds);
  }

  /// Status 200 with `SqlException`: a timeout inside NetFile.
  static Fault sqlException() {
    return new ErrorCode(200, "SqlException");
  }

  /// NetFile's envelope with that error in it.
  static Fault error(int status, String code) {
    return new ErrorCode(status, code);
  }

  static Fault page(String title) {
    return new Page(title);
  }

  static Fault stall(Duration duration) {
    return new Stall(duration);
  }

  static Fault reset() {
    return new Reset();
  }

  static Fault half() {
    return new Half();
  }

  static Fault pageBefore() {
    return new PageBefore();
  }

  static Fault empty() {
    return new Empty();
  }

  static Fault change(Consumer<FakeNetFile> change) {
    return new Change(change);
  }
}
