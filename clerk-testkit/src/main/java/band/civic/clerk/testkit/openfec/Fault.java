package band.civic.clerk.testkit.openfec;

import java.time.Duration;
import java.util.function.Consumer;

/// One way in which OpenFEC, or the gateway before it, has been seen to misbehave.
public sealed interface Fault {
  /// An answer of the server in that status with that message.
  record Message(int status, Object text) implements Fault {}

  /// The gateway's 429; `Retry-After` seconds, or below 0 without, as it really is.
  record TooMany(long retryAfterSeconds) implements Fault {}

  /// The page that an unknown path gets.
  record WebPage() implements Fault {}

  /// The body ends half-way.
  record Cut() implements Fault {}

  /// Not a byte for so long, then the answer.
  record Slow(Duration duration) implements Fault {}

  /// The true count and no rows: a filing is being processed again.
  record Empty() implements Fault {}

  /// The connection breaks.
  record Reset() implements Fault {}

  /// Something happens at the source first; then it answers truly.
  record Change(Consumer<FakeOpenFec> change) implements Fault {}

  static Fault status(int status, String message) {
    return new Message(status, message);
  }

  /// The database took longer than 55 s.
  static Fault timedOut() {
    return new Message(504, "Query timed out");
  }

  /// The FEC restricts the traffic.
  static Fault unavailable() {
    return new Message(503, "Service unavailable");
  }

  /// Any error inside OpenFEC: a 404, of all things.
  static Fault couldNotProcess() {
    return new Message(404, "Could not process the request");
  }

  static Fault tooMany() {
    return new TooMany(-1);
  }

  static Fault retryAfter(long seconds) {
    return new TooMany(seconds);
  }

  static Fault webPage() {
    return new WebPage();
  }

  static Fault cut() {
    return new Cut();
  }

  static Fault slow(Duration duration) {
    return new Slow(duration);
  }

  static Fault empty() {
    return new Empty();
  }

  static Fault reset() {
    return new Reset();
  }

  static Fault change(Consumer<FakeOpenFec> change) {
    return new Change(change);
  }
}
