package band.civic.clerk.core.job;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The tasks that are running now, for whoever wants to look.
public final class ProgressBoard {
  private final List<TaskProgress> running = new CopyOnWriteArrayList<>();

  /// What is running, the longest first.
  public List<TaskProgress> running() {
    return List.copyOf(running);
  }

  TaskProgress start(String subdomain, String task, Instant now) {
    var progress = new TaskProgress(subdomain, task, now);
    running.add(progress);
    return progress;
  }

  void end(TaskProgress progress) {
    running.remove(progress);
  }
}
