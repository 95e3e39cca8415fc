package band.civic.electionfinance.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      Alameda,   CA, within
      ' ALAMEDA',ca, within
      alameda,   '', within
      Oakland,   CA, in_state
      Oakland,   ca, in_state
      '',        CA, in_state
      Reno,      NV, out_of_state
      '',        NV, out_of_state
      Oakland,   '', unknown
      '',        '', unknown
      """)
  void money_comes_from_the_city_the_state_or_beyond(String city, String state, String origin) {
    assertThat(new Origin("Alameda", false).of(city, state)).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      Alameda, CA, in_state
      '',      CA, in_state
      '',      '', unknown
      """)
  void nothing_is_within_a_county(String city, String state, String origin) {
    assertThat(new Origin("", false).of(city, state)).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      '',      '', out_of_state
      Oakland, '', out_of_state
      Alameda, '', within
      """)
  void open_disclosure_takes_no_address_for_out_of_state(String city, String state, String origin) {
    assertThat(new Origin("Alameda", true).of(city, state)).isEqualTo(origin);
  }
}
