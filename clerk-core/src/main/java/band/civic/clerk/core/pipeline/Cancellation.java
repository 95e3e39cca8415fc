package band.civic.clerk.core.pipeline;

import band.civic.clerk.spi.ClerkException.Cancelled;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A request to stop, from whoever may ask for it to whoever must obey.
public final class Cancellation {
  private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /// Asks to stop. Only the first request counts.
  public void request(String why) {
    if (reason.compareAndSet(null, why)) {
      listeners.forEach(Runnable::run);
    }
  }

  /// Whether somebody asked to stop.
  public boolean isRequested() {
    return reason.get() != null;
  }

  /// Runs `action` when somebody asks to stop; at once if that was before. It may run twice.
  ///
  /// @return takes the action back
  public Runnable onRequest(Runnable action) {
    listeners.add(action);
    if (isRequested()) {
      action.run();
    }
    return () -> listeners.remove(action);
  }

  /// Throws when somebody asked to stop.
  public void check() {
    var why = reason.get();
    if (why != null) {
      throw new Cancelled(why);
    }
  }
}
