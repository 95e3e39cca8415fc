package band.civic.fec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  @ParameterizedTest
  @CsvSource({"12312024, 20241231", "3312025, 20250331", "01012025, 20250101", "13012025, 0", "02302025, 0", "'', 0",
      "1012025, 20250101", "123124, 0", "abcdefgh, 0", "02/29/2024, 20240229", "02/29/2023, 0", "00000000, 0"})
  void a_day_is_read_in_each_of_its_forms_or_not_at_all(String text, int day) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(Day.parse(bytes, 0, bytes.length)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"2025, Did you mean 2026?", "1978, 1980 or later", "2040, 2030 or earlier", "soon, must be a year"})
  void a_cycle_that_cannot_be_is_refused(String text, String why) {
    assertThatThrownBy(() -> Cycle.parse(text, 2026)).hasMessageContaining(why);
  }

  @Test
  void the_number_of_a_row_says_when_it_was_loaded() {
    assertThat(RowKey.loadDay(4031720191634567890L)).isEqualTo(20190317);
  }

  @Test
  void ids_have_keys_of_their_own() {
    assertThat(key("C97000001")).isNotEqualTo(key("C97000002")).isPositive();
    assertThat(key("H0AK00014")).isNotEqualTo(key("S0AK00014"));
    assertThat(key("")).isEqualTo(RowKey.NONE);
    assertThat(key("C97 00001")).isEqualTo(RowKey.NONE);
  }

  @Test
  void each_code_counts_in_one_total_and_joint_fundraising_memos_in_none() {
    var types = TransactionTypes.list();

    assertThat(types).hasSizeGreaterThan(100).extracting(type -> type.code()).doesNotHaveDuplicates();
    assertThat(types.stream()
        .filter(type -> type.countsAs().equals("individual"))
        .map(type -> type.code())
        .collect(Collectors.joining(" "))).isEqualTo("11 15 15E");
    assertThat(types).filteredOn(type -> type.code().endsWith("J"))
        .allSatisfy(type -> assertThat(type.countsAs())
            .isEqualTo("other"));
  }

  private static long key(String id) {
    var bytes = id.getBytes(StandardCharsets.US_ASCII);
    return RowKey.ofId(bytes, 0, bytes.length);
  }
}
