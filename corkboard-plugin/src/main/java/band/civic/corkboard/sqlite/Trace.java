package band.civic.corkboard.sqlite;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The statements that one answer ran; kept only while somebody listens.
public final class Trace {
  private static final ScopedValue<List<Step>> STEPS = ScopedValue.newInstance();

  private Trace() {}

  /// One statement.
  ///
  /// @param database the file's stem
  /// @param sql the statement with its values
  /// @param startNanos on the clock of [System#nanoTime]
  /// @param endNanos when its last row was read, or it failed
  public record Step(String database, Sql sql, long startNanos, long endNanos) {

    public Map<String, @Nullable Object> params() {
      return sql.params();
    }
  }

  /// Does the work and adds every statement that it runs to `steps`.
  public static <T> T into(List<Step> steps, Supplier<T> work) {
    return ScopedValue.where(STEPS, steps).call(work::get);
  }

  static void add(String database, Sql sql, long startNanos) {
    if (STEPS.isBound()) {
      STEPS.get().add(new Step(database, sql, startNanos, System.nanoTime()));
    }
  }
}
