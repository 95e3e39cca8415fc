package band.civic.clerk.etl.http;

/// Judges an answer: the client of a source knows how that source says "not now" and "never".
@FunctionalInterface
public interface AnswerCheck {
  Verdict judge(HttpAnswer answer);

  /// By the status alone: 2xx is accepted, 408, 425, 429 and 5xx are worth another try, the rest is refused.
  static Verdict byStatus(HttpAnswer answer) {
    var status = answer.status();
    if (status >= 200 && status < 300) {
      return Verdict.accept();
    }
    var reason = "HTTP " + status;
    return switch (status) {
      case 408, 425, 429 -> Verdict.busy(reason);
      default -> status >= 500 ? Verdict.busy(reason) : Verdict.refuse(reason);
    };
  }
}
