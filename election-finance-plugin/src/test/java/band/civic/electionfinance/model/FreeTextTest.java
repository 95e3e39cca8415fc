package band.civic.electionfinance.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      write to ada.sample@example.org today | write to [removed] today
      call (510) 555-0100                   | call [removed]
      call 510-555-0100 or 510.555.0101     | call [removed] or [removed]
      +1 510 555 0100                       | [removed]
      phone 5105550100                      | phone [removed]
      Tel: 555-0100, ask for Ada            | Tel: [removed], ask for Ada
      """)
  void addresses_and_numbers_are_taken_out(String text, String masked) {
    assertThat(FreeText.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FPPC# 1999999", "ID # 1999999, supporting nobody", "invoice 2017-11-0042", "94707-2116",
      "SERVICES BY SPONSOR FOR $2165.04", "9/16-9/30 staff time", "check 10023456", "Yes on 8888", "3 @ $5",
      "PDT:S496:452"})
  void other_numbers_stay(String text) {
    assertThat(FreeText.mask(text)).isSameAs(text);
  }
}
