package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: of a loan and a debt what was new in the period is the amount; the balances stand beside it
/// (netfile 3.2, 3.5 items 17 and 19).
class F09_LoansAndDebtsTest {

  @TempDir
  Path directory;

  @Test
  void a_loans_amount_is_what_was_received_in_the_period() throws Exception {
    try (var silver = new SilverRun(directory).sheet("B1-Loans", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Lndr_NamL | Lndr_NamF | Loan_City | Loan_ST \
        | Loan_Date1 | Loan_Date2 | Loan_Amt1 | Loan_Amt2 | Loan_Amt3 | Loan_Amt4 | Loan_Amt5 | Loan_Amt6 | Loan_Amt8 \
        | Loan_Rate
        1999999 | 000 | 2018-01-01 | 2018-06-30 | L1 | Sample | Ada | Alameda | CA \
        | 2015-01-27 | 3/5/2019 | 100 | 350 | 900 | 400 | 120 | 30 | 1000 | 2%
        """).run()) {
      assertThat(silver.rows("SELECT kind, tx_date, amount_cents, cumulative_cents, counterparty, origin, "
          + "coalesce(not_counted_reason, 'counts') FROM transactions"))
          .isEqualTo("loan | 2015-01-27 | 10000 | 90000 | Ada Sample | within | counts\n");
      assertThat(silver.rows("""
          SELECT begin_cents, received_cents, paid_cents, forgiven_cents, close_cents, original_cents, rate,
            incurred_on, due_on FROM loans JOIN transactions USING (tx_key)"""))
          .isEqualTo("40000 | 10000 | 12000 | 3000 | 35000 | 100000 | 2% | 2015-01-27 | 2019-03-05\n");
    }
  }

  @Test
  void a_debts_amount_is_what_was_incurred_in_the_period() throws Exception {
    try (var silver = new SilverRun(directory).sheet("F-Expenses", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Payee_NamL | Beg_Bal | Amt_Incur | Amt_Paid | End_Bal
        1999999 | 000 | 2018-01-01 | 2018-06-30 | D1 | Printer | 1263.63 | 0 | 1000.13 | 263.5
        """).run()) {
      assertThat(silver.rows("SELECT kind, tx_date, date_is_derived, amount_cents, is_stub FROM transactions"))
          .isEqualTo("accrued | 2018-06-30 | 1 | 0 | 0\n");
      assertThat(silver.rows("SELECT begin_cents, incurred_cents, paid_cents, end_cents FROM accrued_expenses"))
          .isEqualTo("126363 | 0 | 100013 | 26350\n");
    }
  }
}
