package band.civic.electionfinance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      100                 | 10000
      12.3                | 1230
      12.30               | 1230
      .5                  | 50
      0                   | 0
      -0                  | 0
      -7                  | -700
      $100.00             | 10000
      $1,234.50           | 123450
      -$1,234.50          | -123450
      $-5.10              | -510
      (12.00)             | -1200
      ($1,000.01)         | -100001
      12.00-              | -1200
      1.23E1              | 1230
      2757785.44          | 275778544
      12.299999999999999  | 1230
      0.30000000000000004 | 30
      -12.299999999999999 | -1230
      99.995              | 10000
      999999999999.99     | 99999999999999
      """)
  void amounts_are_read_to_the_cent(String text, long cents) {
    assertThat(Cents.parse(text)).isEqualTo(OptionalLong.of(cents));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "None", "null", "twelve", "12.3.4", "1,23.00", "12,3456", "--5", "$", "-", ".", "()",
      "1e400000000", "12 345 678 901 234 567", "0x10", "100 USD"})
  void what_is_no_amount_is_not_read_as_one(String text) {
    assertThat(Cents.parse(text)).isEmpty();
  }

  @Property
  void every_way_to_write_an_amount_gives_the_same_cents(
      @ForAll @LongRange(min = -99_999_999_999_99L, max = 99_999_999_999_99L) long cents) {
    var plain = BigDecimal.valueOf(cents, 2);
    var written = String.format(Locale.US, "%,.2f", plain.abs());

    assertThat(Cents.parse(plain.toPlainString())).hasValue(cents);
    assertThat(Cents.parse(plain.stripTrailingZeros().toPlainString())).hasValue(cents);
    assertThat(Cents.parse(plain.stripTrailingZeros().toString())).hasValue(cents);
    assertThat(Cents.parse((cents < 0 ? "-$" : "$") + written)).hasValue(cents);
    assertThat(Cents.parse("(" + written + ")")).hasValue(-Math.abs(cents));
  }

  @Property
  void the_noise_of_binary_fractions_is_undone(
      @ForAll @LongRange(min = -99_999_999_99L, max = 99_999_999_99L) long cents) {
    assertThat(Cents.parse(new BigDecimal(cents / 100.0).toPlainString())).hasValue(cents);
  }

  @Property
  void no_text_is_too_odd_to_be_refused(@ForAll String text) {
    assertThat(Cents.parse(text)).isNotNull();
  }
}
