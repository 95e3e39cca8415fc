package band.civic.clerk.etl.http;

/// What to make of an answer.
public sealed interface Verdict {
  /// It is what was asked for.
  record Accept() implements Verdict {}

  /// The server is in trouble: ask again, up to [HttpPolicy#retries()] times; then the source is unavailable.
  record Busy(String reason) implements Verdict {}

  /// There is no way to the server: try again, up to [HttpPolicy#reconnects()] times; then the source is unavailable.
  record Unreachable(String reason) implements Verdict {}

  /// It is not what it should be: ask again, up to [HttpPolicy#rereads()] times; then it is bad source data.
  record Garbled(String reason) implements Verdict {}

  /// Asking again is useless.
  record Refuse(String reason) implements Verdict {}

  static Verdict accept() {
    return new Accept();
  }

  static Verdict busy(String reason) {
    return new Busy(reason);
  }

  static Verdict garbled(String reason) {
    return new Garbled(reason);
  }

  static Verdict refuse(String reason) {
    return new Refuse(reason);
  }
}
