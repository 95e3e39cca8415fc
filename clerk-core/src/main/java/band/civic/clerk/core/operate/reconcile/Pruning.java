package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.files.FileTree;
import static band.civic.clerk.core.store.Tables.ALERTS;
import static band.civic.clerk.core.store.Tables.CLOSED_AT;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.STATE;

import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.site.SourceTurns;
import band.civic.clerk.core.site.runs.OldRuns;
import band.civic.clerk.core.store.UtcText;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes away what nobody asks for any more: jobs that ended well or were cancelled, events that were handed on, alerts
/// that are over, each after ninety days, runs after longer, and what a killed deployment staged. Dead letters,
/// publications and deployments stay.
///
/// @param desk where it is
record Pruning(OperateDesk desk) {
  private static final Duration KEPT = Duration.ofDays(90);
  /// So that others get to the registry in between; the rest follows half an hour later.
  private static final int RUNS_AT_ONCE = 5_000;
  private static final Duration STAGED = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

  void prune() {
    var before = desk.clock().instant().minus(KEPT);
    var text = UtcText.of(before);
    var sql = desk.registry().sql();
    var jobs = sql.deleteFrom(JOBS).where(STATE.in("succeeded", "cancelled").and(FINISHED_AT.lt(text))).execute();
    var events = new Outbox(desk.registry()).forget(before);
    var alerts = sql.deleteFrom(ALERTS).where(CLOSED_AT.lt(text)).execute();
    var runs = new OldRuns(desk.registry()).forget(desk.clock().instant().minus(desk.settings().runsKept()),
        RUNS_AT_ONCE);
    new SourceTurns(desk.registry()).forget(desk.clock().instant().minus(STAGED));
    LOG.info("pruned {} jobs, {} events, {} alerts, {} runs", jobs, events, alerts, runs);
    try {
      pruneStaged(desk.clock().instant().minus(STAGED));
    } catch (IOException e) {
      LOG.warn("what killed deployments left behind could not be removed", e);
    }
  }

  private void pruneStaged(Instant before) throws IOException {
    try (var entries = Files.newDirectoryStream(desk.storage(), ".deploy-*")) {
      for (var staged : entries) {
        if (Files.getLastModifiedTime(staged).toInstant().isBefore(before)) {
          FileTree.delete(staged);
        }
      }
    }
  }
}
