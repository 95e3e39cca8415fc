package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyIndexTest {
  private static final long EVEN = 0x9e3779b97f4a7c15L;

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void a_key_that_is_not_known_is_told_soon_however_many_are() {
    var count = (1 << 21) - 1; // one below a power of two: a table of twice that power would be full
    var index = new KeyIndex(place -> key(2L * place), count);
    index.addShared(0, count);

    for (var place = 0; place < count; place += 7) {
      assertThat(index.find(key(2L * place))).isEqualTo(place);
      assertThat(index.find(key(2L * place + 1))).isEqualTo(KeyIndex.NONE);
    }
  }

  /// Keys in no order.
  private static long key(long number) {
    return (number ^ number >>> 7) * EVEN ^ number << 40;
  }
}
