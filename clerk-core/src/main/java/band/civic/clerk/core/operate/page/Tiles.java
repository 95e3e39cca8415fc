package band.civic.clerk.core.operate.page;

import band.civic.clerk.core.operate.page.PageView.Tile;
import band.civic.clerk.core.operate.state.RunCounts;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobState;
import java.util.List;

/// The numbers at the top.
record Tiles(List<SiteState> sites, List<QueueState> queues, List<WorkerState> workers, RunCounts day) {

  List<Tile> list() {
    return List.of(fresh(), stale(), jobs(), failed(), runs(), processes());
  }

  private Tile fresh() {
    var all = sites.stream().filter(site -> site.standing() != Standing.IDLE).count();
    var fresh = count(Standing.FRESH);
    var news = count(Standing.NEW);
    return new Tile("Fresh", "%,d".formatted(fresh),
        "of %,d%s".formatted(all, news > 0 ? ", %,d new".formatted(news) : ""),
        all > 0 && fresh == all ? "good" : "");
  }

  private Tile stale() {
    var stale = count(Standing.STALE);
    var failing = count(Standing.FAILING);
    return new Tile("Stale", "%,d".formatted(stale), failing > 0 ? "%,d failing".formatted(failing) : "none failing",
        stale > 0 ? "bad" : failing > 0 ? "warn" : "");
  }

  private Tile jobs() {
    return new Tile("Jobs queued", "%,d".formatted(sum(JobState.QUEUED)),
        "%,d running".formatted(sum(JobState.RUNNING)),
        "");
  }

  private Tile failed() {
    var failed = sum(JobState.FAILED);
    return new Tile("Jobs failed", "%,d".formatted(failed), failed > 0 ? "retry or drop below" : "no dead letters",
        failed > 0 ? "bad" : "");
  }

  private Tile runs() {
    return new Tile("Runs, 24 h", "%,d".formatted(day.total()), "%,d failed".formatted(day.failed()),
        day.failed() > 0 ? "warn" : "");
  }

  private Tile processes() {
    var working = workers.stream().filter(WorkerState::isWorker).toList();
    var threads = working.stream().mapToLong(WorkerState::threads).sum();
    return new Tile("Workers", "%,d".formatted(working.size()), "%s, %s".formatted(Times.count(threads, "thread"), Times
        .count(workers.size() - working.size(), "scheduler")), working.isEmpty() ? "warn" : "");
  }

  private long count(Standing standing) {
    return sites.stream().filter(site -> site.standing() == standing).count();
  }

  private long sum(JobState state) {
    return queues.stream().mapToLong(queue -> queue.count(state)).sum();
  }
}
