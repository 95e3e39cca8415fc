package band.civic.clerk.core.queue;

import java.util.Arrays;
import java.util.Locale;

/// What goes first within the queues of a worker.
public enum Priority {
  HIGH(1), NORMAL(5), LOW(9);

  private final long number;

  Priority(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }

  static Priority of(long number) {
    return Arrays.stream(values()).filter(each -> number <= each.number).findFirst().orElse(LOW);
  }

  /// The priority that a person wrote.
  ///
  /// @throws IllegalArgumentException when it is none
  public static Priority of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// As people write it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
