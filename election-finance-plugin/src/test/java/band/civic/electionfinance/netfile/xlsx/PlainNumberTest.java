package band.civic.electionfinance.netfile.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

  @ParameterizedTest
  @CsvSource({"250.00, 250", "12.30, 12.3", "12.299999999999999, 12.3", "0.30000000000000004, 0.3", "-300, -300",
      "1.23E1, 12.3", "1E3, 1000", "-1.5E-1, -0.15", "1000000.1299999999, 1000000.13", "0.00, 0", "-0.50, -0.5",
      "1234567890123456, 1234567890123456", "100, 100", "0, 0", "33885.86, 33885.86"})
  void a_number_reads_as_plain_decimal(String stored, String text) {
    assertThat(PlainNumber.of(stored)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1E999999999", "1E-999999999", "twelve", "1.2.3", "--5", "NaN"})
  void what_is_no_number_stays_as_it_is(String stored) {
    assertThat(PlainNumber.of(stored)).isEqualTo(stored);
  }
}
