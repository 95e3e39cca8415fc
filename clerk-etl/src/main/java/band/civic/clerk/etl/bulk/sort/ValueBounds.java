package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.IndexValue;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import band.civic.clerk.etl.bulk.format.ValueRange;
import java.util.Arrays;

/// Tells whether a value is in a range, mostly by its prefix. For one thread.
final class ValueBounds {
  private static final int SLACK = 8; // see ValueOrder.prefix

  private final ValueRange range;
  private final ValueOrder order;
  private final long fromPrefix;
  private final long toPrefix;

  ValueBounds(ValueRange range, ValueOrder order) {
    this.range = range;
    this.order = order;
    this.fromPrefix = range.from().map(this::prefix).orElse(Long.MIN_VALUE);
    this.toPrefix = range.to().map(this::prefix).orElse(Long.MAX_VALUE);
  }

  ValueOrder order() {
    return order;
  }

  boolean isBelow(byte[] value, long prefix) {
    return range.from().isPresent()
        && (prefix != fromPrefix
            ? prefix < fromPrefix
            : order.compare(value, 0, range.from().get().bytes(), 0) < 0);
  }

  boolean isBelow(IndexValue value) {
    return range.from().isPresent() && value.compareTo(range.from().get(), order) < 0;
  }

  boolean isBehind(byte[] value, long prefix) {
    return range.to().isPresent()
        && (prefix != toPrefix
            ? prefix > toPrefix
            : order.compare(value, 0, range.to().get().bytes(), 0) >= 0);
  }

  private long prefix(IndexValue value) {
    var length = value.bytes().length;
    return order.prefix(Arrays.copyOf(value.bytes(), length + SLACK), 0, length);
  }
}
