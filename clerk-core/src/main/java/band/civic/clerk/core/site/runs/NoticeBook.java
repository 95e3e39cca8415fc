package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.CODE;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.MESSAGE;
import static band.civic.clerk.core.store.Tables.NOTICES;
import static band.civic.clerk.core.store.Tables.ORDINAL;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SEVERITY;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.SUBJECT;
import static band.civic.clerk.core.store.Tables.TASK;
import static band.civic.clerk.core.store.Tables.TASK_STATES;
import static band.civic.clerk.core.store.Tables.TOTAL;
import static java.util.stream.Collectors.groupingBy;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.Tables;
import band.civic.clerk.spi.Notice.Severity;
import band.civic.clerk.spi.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Record;

/// Notices as they are kept: of each code the first ones, and how many there were.
public final class NoticeBook {
  /// How many notices of one code are kept for a task of a run.
  public static final int CAP = 50;

  private final Registry registry;

  public NoticeBook(Registry registry) {
    this.registry = registry;
  }

  /// A kept notice.
  ///
  /// @param task the task that found it
  /// @param notice as the task told it
  /// @param total how many of its code there were, kept or not
  public record Kept(String task, Notice notice, long total) {}

  /// Keeps what a task of a run found; joins the caller's transaction.
  public void add(String runId, String task, List<Notice> notices) {
    notices.stream()
        .collect(groupingBy(Notice::code, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(ofOneCode -> addCode(runId, task, ofOneCode));
  }

  /// Keeps what the newest attempt of a task found, and nothing of earlier ones; joins the caller's transaction.
  void replace(String runId, String task, List<Notice> notices) {
    registry.sql().deleteFrom(NOTICES).where(RUN_ID.eq(runId).and(TASK.eq(task))).execute();
    add(runId, task, notices);
  }

  /// What a run found, by task and code.
  public List<Kept> list(String runId) {
    return registry.sql()
        .selectFrom(NOTICES)
        .where(RUN_ID.eq(runId))
        .orderBy(TASK, CODE, ORDINAL)
        .fetch(NoticeBook::kept);
  }

  /// What the last attempt of each task of a site and data type found.
  public List<Kept> listLatest(DatasetKey key) {
    return registry.sql()
        .select(NOTICES.asterisk())
        .from(NOTICES)
        .join(TASK_STATES)
        .on(Tables.of(NOTICES, RUN_ID).eq(Tables.of(TASK_STATES, RUN_ID)))
        .and(Tables.of(NOTICES, TASK).eq(Tables.of(TASK_STATES, TASK)))
        .where(SUBDOMAIN.eq(key.subdomain()).and(DATA_TYPE.eq(key.dataType())))
        .orderBy(Tables.of(NOTICES, TASK), CODE, ORDINAL)
        .fetch(NoticeBook::kept);
  }

  private static Kept kept(Record row) {
    var notice = new Notice(row.get(CODE), Severity.valueOf(row.get(SEVERITY)), row.get(SUBJECT), row.get(MESSAGE));
    return new Kept(row.get(TASK), notice, row.get(TOTAL));
  }

  private void addCode(String runId, String task, List<Notice> ofOneCode) {
    var insert = registry.sql()
        .insertInto(NOTICES, RUN_ID, TASK, CODE, ORDINAL, SEVERITY, SUBJECT, MESSAGE, TOTAL);
    for (var i = 0; i < Math.min(CAP, ofOneCode.size()); i++) {
      var notice = ofOneCode.get(i);
      insert = insert.values(runId, task, notice.code(), i + 1L, notice.severity().name(), notice.subject(),
          notice.message(), (long) ofOneCode.size());
    }
    insert.onConflictDoNothing().execute();
  }
}
