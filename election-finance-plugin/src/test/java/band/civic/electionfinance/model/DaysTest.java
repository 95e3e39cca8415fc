package band.civic.electionfinance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

  @ParameterizedTest
  @ValueSource(strings = {"2015-01-07", "2015-01-07T00:00:00.0000000-08:00", "2015-01-07 00:00:00", "20150107",
      "01/07/2015", "1/7/2015", "01/07/2015 12:00:00 AM"})
  void the_forms_of_all_formats_are_read(String text) {
    assertThat(Days.parse(text)).hasValue(LocalDate.of(2015, 1, 7));
  }

  @Test
  void the_local_date_is_meant_whatever_the_offset() {
    assertThat(Days.parse("2024-12-31T23:30:00.0000000-08:00")).hasValue(LocalDate.of(2024, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-02-30", "2019-02-29", "13/45/2017", "02/30/2017", "20171301", "2017-1-7", "1/7/15",
      "0000-00-00", "00/00/0000", "yesterday", "2015-01-07x", "12345678901", "1//2015", "/1/2015"})
  void an_impossible_date_is_no_other_date(String text) {
    assertThat(Days.parse(text)).isEmpty();
    assertThat(Days.isBlank(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "None", "null", "0001-01-01T00:00:00.0000000-08:00"})
  void a_missing_date_is_missing(String text) {
    assertThat(Days.parse(text)).isEmpty();
    assertThat(Days.isBlank(text)).isTrue();
  }

  @Test
  void a_mistyped_year_is_read_as_it_stands_and_not_believed() {
    var day = Days.parse("0201-01-05").orElseThrow();

    assertThat(day).isEqualTo(LocalDate.of(201, 1, 5));
    assertThat(Days.isPlausible(day)).isFalse();
    assertThat(Days.isPlausible(LocalDate.of(2017, 1, 5))).isTrue();
  }

  @Property
  void no_text_is_too_odd_to_be_refused(@ForAll String text) {
    assertThat(Days.parse(text)).isNotNull();
  }
}
