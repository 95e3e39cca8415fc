package band.civic.electionfinance.model.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilerKeysTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      1999999,    1999999
      498001,     498001
      #1999999,   1999999
      FPPC882292, 882292
      'FPPC #1479999', 1479999
      99-1330,    991330
      0991330,    991330
      """)
  void six_or_seven_digits_are_the_states_id_whatever_stands_around_them(String typed, String id) {
    assertThat(new AsFiled(1, typed, "", "Friends of Nobody").fppcId()).hasValue(id);
  }

  @ParameterizedTest
  @CsvSource({"Pending", "PENDING", "Applied", "0000000", "9999999", "01111111", "''", "S10088", "C00002089", "12345",
      "12345678", "COA-1538"})
  void anything_else_is_no_id(String typed) {
    assertThat(new AsFiled(1, typed, "", "Friends of Nobody").fppcId()).isEmpty();
  }

  @Test
  void two_committees_that_both_wrote_pending_stay_two() {
    var one = new AsFiled(1, "Pending", "", "Friends of Nobody");
    var other = new AsFiled(1, "Pending", "", "Neighbors for Somebody");
    var keys = new FilerKeys(List.of(one, other));

    assertThat(keys.of(one)).isEqualTo("1:name:friends-of-nobody");
    assertThat(keys.of(other)).isEqualTo("1:name:neighbors-for-somebody");
    assertThat(FilerKeys.isByName(keys.of(one))).isTrue();
  }

  @Test
  void a_name_that_belongs_to_exactly_one_filer_with_an_id_means_that_filer() {
    var known = new AsFiled(1, "1999999", "", "Friends of Nobody, 2018");
    var blank = new AsFiled(1, "", "", "FRIENDS OF NOBODY 2018");
    var elsewhere = new AsFiled(2, "", "", "Friends of Nobody 2018");
    var keys = new FilerKeys(List.of(blank, known, elsewhere));

    assertThat(keys.of(blank)).isEqualTo("1999999");
    assertThat(keys.of(elsewhere)).isEqualTo("2:name:friends-of-nobody-2018");
  }

  @Test
  void a_name_of_two_filers_means_neither() {
    var one = new AsFiled(1, "1999999", "", "Yes on X");
    var other = new AsFiled(1, "1888888", "", "Yes on X");
    var blank = new AsFiled(1, "", "", "Yes on X");
    var keys = new FilerKeys(List.of(one, other, blank));

    assertThat(keys.of(blank)).isEqualTo("1:name:yes-on-x");
  }

  @Test
  void the_agencys_id_stands_in_for_the_states_until_that_is_known() {
    var local = new AsFiled(33, "", "CSHA-113892", "Sample, Ada");
    var later = new AsFiled(33, "1777777", "CSHA-115981", "Ada Sample for Supervisor");
    var early = new AsFiled(33, "Pending", "CSHA-115981", "Ada Sample for Supervisor");
    var keys = new FilerKeys(List.of(local, early, later));

    assertThat(keys.of(local)).isEqualTo("33:CSHA-113892");
    assertThat(keys.of(early)).isEqualTo("1777777");
  }

  @Test
  void an_agencys_id_typed_for_the_states_is_the_agencys() {
    assertThat(new FilerKeys(List.of()).of(new AsFiled(13, "COAK-1538", "", "Somebody"))).isEqualTo("13:COAK-1538");
  }

  @Test
  void agency_zero_is_an_agency() {
    assertThat(new FilerKeys(List.of()).of(new AsFiled(0, "1999999", "", "Somebody"))).isEqualTo("1999999");
  }
}
