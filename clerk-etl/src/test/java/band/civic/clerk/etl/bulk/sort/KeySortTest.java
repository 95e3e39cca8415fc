package band.civic.clerk.etl.bulk.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeySortTest {

  @Property(tries = 100)
  void puts_places_in_the_order_of_their_keys_and_equal_keys_in_the_order_of_their_places(
      @ForAll("keys") long[] keys) {
    var expected = IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingLong(place -> keys[place]))
        .mapToInt(Integer::intValue)
        .toArray();

    assertThat(KeySort.order(keys, keys.length)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<long[]> keys() {
    return Arbitraries.oneOf(
        Arbitraries.longs().array(long[].class).ofMaxSize(600),
        Arbitraries.longs().array(long[].class).ofMinSize(600).ofMaxSize(2_000),
        Arbitraries.longs().between(-300, 300).array(long[].class).ofMaxSize(2_000),
        Arbitraries.longs().between(1L << 40, (1L << 40) + 70_000).array(long[].class).ofMinSize(600).ofMaxSize(2_000));
  }
}
