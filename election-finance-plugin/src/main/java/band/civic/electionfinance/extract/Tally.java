package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.TaskReport;
import java.util.ArrayList;
import java.util.List;

/// What an extract did, in pages.
final class Tally {
  private final List<Notice> notices = new ArrayList<>();
  private long changed;
  private long unchanged;
  private long retired;

  void add(Completion completion) {
    changed += completion.changed();
    unchanged += completion.unchanged();
    retired += completion.retired();
  }

  void addRetired(long pages) {
    retired += pages;
  }

  void note(Notice notice) {
    notices.add(notice);
  }

  void noteAll(List<Notice> more) {
    notices.addAll(more);
  }

  TaskReport report() {
    return TaskReport.empty()
        .withRead(changed + unchanged)
        .withWritten(changed)
        .withChanged(changed)
        .withUnchanged(unchanged)
        .withRetired(retired)
        .withNotices(notices);
  }
}
