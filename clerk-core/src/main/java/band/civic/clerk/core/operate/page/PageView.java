package band.civic.clerk.core.operate.page;

import java.util.List;
import java.util.OptionalInt;

/// What the page shows, as text.
///
/// @param health `healthy`, `degraded`, `unhealthy`
/// @param at when it was looked at, UTC
/// @param concerns what health found, the worst first
/// @param tiles numbers at the top
/// @param running runs and jobs under way
/// @param failures jobs whose attempts are used up
/// @param queues all queues
/// @param workers workers and schedulers
/// @param charts the last 30 days
/// @param sites all sites and data types, the worst first
/// @param moreSites how many are not shown
/// @param planned what comes next
/// @param scheduled whether a scheduler runs, so that it comes
/// @param formToken what a form sends back
public record PageView(String health, String at, List<Concern> concerns, List<Tile> tiles, List<Running> running,
    List<Failure> failures, List<Queue> queues, List<Worker> workers, List<ColumnChart> charts, List<Site> sites,
    int moreSites, List<Plan> planned, boolean scheduled, String formToken) {

  /// Something that health found.
  ///
  /// @param words what to say; every second piece is something to type
  public record Concern(String level, String check, List<String> words) {}

  /// A number.
  ///
  /// @param tone `good`, `warn`, `bad` or empty
  public record Tile(String title, String value, String note, String tone) {}

  /// A run or job that is under way.
  ///
  /// @param percent how much is done, if it is known
  public record Running(String who, String what, String since, String doing, OptionalInt percent, boolean gone) {}

  /// A dead letter.
  public record Failure(String jobId, String type, String site, String attempts, String when, String kind,
      String message) {}

  /// A queue.
  public record Queue(String name, String waiting, String queued, String running, String failed, String oldest,
      boolean drained) {}

  /// A process.
  public record Worker(String name, String kind, String host, String does, String since, String heartbeat) {}

  /// A site in one data type.
  public record Site(String subdomain, String dataType, String standing, String lastSuccess, String exact, String due,
      String records, String error, boolean idle) {}

  /// What a schedule does.
  public record Plan(String name, String what, String next, String exact, String last, boolean paused) {}
}
