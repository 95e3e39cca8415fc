package band.civic.clerk.core;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for.
final class Lazy<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    var made = value == null ? maker.get() : value;
    value = made;
    return made;
  }

  /// Does something with the value if it was made.
  synchronized void ifMade(Consumer<T> action) {
    if (value != null) {
      action.accept(value);
    }
  }
}
