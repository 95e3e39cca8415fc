package band.civic.clerk.core.pipeline;

/// Whether a task runs, and why: a sentence for people.
public record Decision(Verdict verdict, String reason) {

  /// What is to be done with a task.
  public enum Verdict {
    /// It runs.
    RUN,
    /// It runs if a task before it changes something, which only the run can tell.
    RUN_IF_CHANGED,
    /// Nothing to do.
    SKIP,
    /// It cannot run: something it depends on never completed or failed.
    BLOCKED
  }

  static Decision run(String reason) {
    return new Decision(Verdict.RUN, reason);
  }

  static Decision skip(String reason) {
    return new Decision(Verdict.SKIP, reason);
  }

  static Decision blocked(String reason) {
    return new Decision(Verdict.BLOCKED, reason);
  }
}
