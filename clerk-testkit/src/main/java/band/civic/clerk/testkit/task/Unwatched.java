package band.civic.clerk.testkit.task;

import band.civic.clerk.spi.Progress;

/// Progress that nobody watches, except for what a test does at each advance.
@FunctionalInterface
public interface Unwatched extends Progress {
  @Override
  default void step(String what) {}

  @Override
  default void total(long units) {}
}
