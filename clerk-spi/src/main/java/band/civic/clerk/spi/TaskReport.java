package band.civic.clerk.spi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a task did, in rows. Start from [#empty()] and say what applies; each method returns a copy.
///
/// @param read rows (or pages) read from the input
/// @param written rows in the output
/// @param changed rows of the output that are new or differ from before; 0 means "nothing happened", and what depends on this
///   task may be skipped
/// @param unchanged rows that are as they were
/// @param retired rows that are no longer in the source
/// @param rejected rows put aside as unreadable; each is told by a notice
/// @param notices facts about the data
/// @param summary what was published; only a load task has one
/// @param done false when the work was left for another run: the task is then due as if this run had not called it
public record TaskReport(long read, long written, long changed, long unchanged, long retired, long rejected,
    List<Notice> notices, Optional<DataSummary> summary, boolean done) {

  public TaskReport {
    notices = List.copyOf(notices);
  }

  /// Nothing was done.
  public static TaskReport empty() {
    return new TaskReport(0, 0, 0, 0, 0, 0, List.of(), Optional.empty(), true);
  }

  /// Nothing was done, and the task is as due as before.
  public static TaskReport notDone() {
    return new TaskReport(0, 0, 0, 0, 0, 0, List.of(), Optional.empty(), false);
  }

  public TaskReport withRead(long rows) {
    return new TaskReport(rows, written, changed, unchanged, retired, rejected, notices, summary, done);
  }

  public TaskReport withWritten(long rows) {
    return new TaskReport(read, rows, changed, unchanged, retired, rejected, notices, summary, done);
  }

  public TaskReport withChanged(long rows) {
    return new TaskReport(read, written, rows, unchanged, retired, rejected, notices, summary, done);
  }

  public TaskReport withUnchanged(long rows) {
    return new TaskReport(read, written, changed, rows, retired, rejected, notices, summary, done);
  }

  public TaskReport withRetired(long rows) {
    return new TaskReport(read, written, changed, unchanged, rows, rejected, notices, summary, done);
  }

  public TaskReport withRejected(long rows) {
    return new TaskReport(read, written, changed, unchanged, retired, rows, notices, summary, done);
  }

  /// Adds notices to those already there.
  public TaskReport withNotices(List<Notice> more) {
    var all = Stream.concat(notices.stream(), more.stream()).toList();
    return new TaskReport(read, written, changed, unchanged, retired, rejected, all, summary, done);
  }

  public TaskReport withSummary(DataSummary published) {
    return new TaskReport(read, written, changed, unchanged, retired, rejected, notices, Optional.of(published), done);
  }

  /// Whether anything that others read is different now.
  public boolean changedAnything() {
    return changed + retired > 0;
  }
}
