package band.civic.clerk.core.cli.pipeline.view;

import band.civic.clerk.core.job.TaskProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// How far a task is, as a line of text.
///
/// @param task the task
/// @param now for rate and time left
record ProgressLine(TaskProgress task, Instant now) {
  private static final int BAR = 20;

  /// For a log or a pipe: `alameda.ca extract: 1,200 of 5,000 (24 %), 300/s, 12.7 s left, reading page 12`.
  String plain() {
    return task.subdomain() + " " + task.task() + ": " + facts();
  }

  /// For a terminal: `extract [#####...............] 24 %, …`.
  String bar() {
    var filled = task.expected() == 0 ? 0 : (int) Math.min(BAR, BAR * task.done() / task.expected());
    var bar = task.expected() == 0 ? "" : "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] ";
    return "%s %s %s%s".formatted(task.subdomain(), task.task(), bar, facts());
  }

  private String facts() {
    var facts = new ArrayList<String>();
    if (task.expected() > 0) {
      var percent = Math.min(100, 100 * task.done() / task.expected());
      facts.add("%s of %s (%d %%)".formatted(Numbers.count(task.done()), Numbers.count(task.expected()), percent));
    } else if (task.done() > 0) {
      facts.add(Numbers.count(task.done()));
    }
    var millis = Math.max(1, Duration.between(task.startedAt(), now).toMillis());
    var perSecond = task.done() * 1000 / millis;
    if (perSecond > 0) {
      facts.add(Numbers.count(perSecond) + "/s");
    }
    if (perSecond > 0 && task.expected() > task.done()) {
      facts.add(Numbers.time(Duration.ofMillis((task.expected() - task.done()) * millis / task.done())) + " left");
    }
    if (!task.doing().isEmpty()) {
      facts.add(task.doing());
    }
    return facts.isEmpty() ? "running" : String.join(", ", facts);
  }
}
