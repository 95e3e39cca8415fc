package band.civic.electionfinance.model;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.model.Counting.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {
  private static final Schedule A = Schedule.find("A").orElseThrow();
  private static final Schedule D = Schedule.find("D").orElseThrow();
  private static final Schedule MIRROR = Schedule.find("F497P2").orElseThrow();

  @Test
  void a_sound_row_counts() {
    assertThat(Counting.reason(A, new Row(true, false, false, false, false, false, true))).isEmpty();
  }

  @Test
  void of_several_reasons_the_one_that_says_most_is_given() {
    assertThat(Counting.reason(A, new Row(false, true, true, true, true, true, false))).hasValue(Reason.SUPERSEDED);
    assertThat(Counting.reason(A, new Row(true, true, true, true, true, true, false)))
        .hasValue(Reason.CONTAINED_PERIOD);
    assertThat(Counting.reason(A, new Row(true, false, true, true, true, true, false))).hasValue(Reason.STUB);
    assertThat(Counting.reason(A, new Row(true, false, true, true, false, true, false)))
        .hasValue(Reason.LATE_REPEATED);
    assertThat(Counting.reason(A, new Row(true, false, false, true, false, true, false))).hasValue(Reason.MEMO);
    assertThat(Counting.reason(A, new Row(true, false, false, true, false, false, false))).hasValue(Reason.DUPLICATE);
    assertThat(Counting.reason(A, new Row(true, false, false, false, false, false, false)))
        .hasValue(Reason.NO_AMOUNT);
  }

  @Test
  void what_a_row_is_comes_after_all_else_so_that_such_rows_stand_otherwise() {
    assertThat(Counting.reason(D, new Row(true, false, false, false, false, false, true))).hasValue(Reason.SCHEDULE_D);
    assertThat(Counting.reason(D, new Row(true, false, false, true, false, false, true))).hasValue(Reason.DUPLICATE);
    assertThat(Counting.reason(MIRROR, new Row(true, false, true, false, false, false, true)))
        .hasValue(Reason.LATE_REPEATED);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      A, CONTRIBUTION, F460, ''
      B1, LOAN, F460, ''
      B2, LOAN, F460, not_totalled
      C, CONTRIBUTION, F460, ''
      D, SUMMARY_OF_SUPPORT, F460, schedule_d
      E, EXPENDITURE, F460, ''
      F, ACCRUED, F460, ''
      G, SUB_PAYMENT, F460, schedule_g
      H, LOAN, F460, not_totalled
      I, MISC_RECEIPT, F460, ''
      F496, INDEPENDENT, F496, ''
      F496P3, LATE_CONTRIBUTION, F496, ''
      F497P1, LATE_CONTRIBUTION, F497, ''
      F497P2, LATE_PAYMENT, F497, f497p2_mirror
      F461P5, EXPENDITURE, F461, ''
      F465P3, INDEPENDENT, F465, f465p3_repeated
      F450P5, EXPENDITURE, F450, not_totalled
      F401A, CONTRIBUTION, F401, not_totalled
      F498R, CONTRIBUTION, F498, not_totalled
      """)
  void each_schedule_has_its_kind_its_form_and_perhaps_a_reason(String code, Kind kind, Form form, String reason) {
    var schedule = Schedule.find(code).orElseThrow();

    assertThat(schedule.kind()).isEqualTo(kind);
    assertThat(schedule.form()).isEqualTo(form);
    assertThat(schedule.uncounted().map(Reason::label).orElse("")).isEqualTo(reason);
  }

  @Test
  void a_summary_page_belongs_to_the_form_it_names() {
    assertThat(Form.of("F460")).isEqualTo(Form.F460);
    assertThat(Form.of("A")).isEqualTo(Form.F460);
    assertThat(Form.of("F461")).isEqualTo(Form.F461);
    assertThat(Form.of("F450")).isEqualTo(Form.F450);
    assertThat(Form.of("Z9")).isEqualTo(Form.OTHER);
  }
}
