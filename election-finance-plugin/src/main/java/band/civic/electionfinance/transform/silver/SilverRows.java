package band.civic.electionfinance.transform.silver;

import java.sql.Connection;
import java.sql.SQLException;

/// Copies what is in the stage into silver's tables, each row with its verdict.
final class SilverRows {
  private static final String DECIDED = """
                                        i.tran_id, i.kind, coalesce(i.tx_date, d.derived_on), i.tx_date_end, d.derived_on IS NOT NULL, i.amount_cents,
                                        i.cumulative_cents, i.counterparty, i.counterparty_last, i.counterparty_first, i.entity_cd, i.city, i.state,
                                        i.zip5, i.employer, i.occupation, i.self_employed, i.tran_type, i.description, i.expn_code, i.counterparty_id,
                                        i.intermediary, i.candidate, i.office_cd, i.juris_cd, i.district, i.measure_name, i.measure_num, i.sup_opp,
                                        i.memo, i.back_ref, d.is_current, i.is_stub, d.reason IS NULL, d.reason, d.duplicate_of, i.origin, i.size_band,
                                        i.source_id, i.source_line, i.raw_json""";

  private final Connection connection;

  SilverRows(Connection connection) {
    this.connection = connection;
  }

  /// Rows go in by filing, schedule, date and key: neighbours stand on one page of the file, and the same content makes
  /// the same file.
  void write() throws SQLException {
    execute("""
            CREATE TABLE stage.ranked AS SELECT d.row_no FROM stage.decisions d
            JOIN stage.items i USING (row_no) JOIN stage.reports r ON r.no = d.report
            ORDER BY r.seq, i.form_type, i.tx_date, d.tx_key""");
    execute(
        """
        INSERT INTO transactions (tx_key, filing_key, filer_key, form_type, rec_type, tran_id, kind, tx_date,
          tx_date_end, date_is_derived, amount_cents, cumulative_cents, counterparty, counterparty_last,
          counterparty_first, entity_cd, city, state, zip5, employer, occupation, self_employed, tran_type, description,
          expn_code, counterparty_id, intermediary, candidate, office_cd, juris_cd, district, measure_name, measure_num,
          sup_opp, memo, back_ref, is_current, is_stub, counts_in_totals, not_counted_reason, duplicate_of, origin,
          size_band, source_id, source_line, raw_json)
        SELECT d.tx_key, r.filing_key, r.filer_key, i.form_type, i.rec_type,
        """ + DECIDED
            + """

              FROM stage.ranked CROSS JOIN stage.decisions d ON d.row_no = ranked.row_no
              CROSS JOIN stage.items i ON i.row_no = ranked.row_no CROSS JOIN stage.reports r ON r.no = d.report
              ORDER BY ranked.rowid""");
    execute(
        """
        INSERT INTO loans SELECT d.tx_key, begin_cents, received_cents, paid_cents, forgiven_cents, close_cents,
          original_cents, rate, incurred_on, due_on FROM stage.loans JOIN stage.decisions d USING (row_no) ORDER BY 1""");
    execute("""
            INSERT INTO accrued_expenses SELECT d.tx_key, begin_cents, incurred_cents, paid_cents, end_cents
            FROM stage.accrued JOIN stage.decisions d USING (row_no) ORDER BY 1""");
    lines();
    issues();
  }

  /// A line that came twice with two amounts: the larger is kept, and told.
  private void lines() throws SQLException {
    execute("""
            INSERT INTO stage.flaws SELECT min(report), 0, 'warning', 'summary_line_twice',
              form_type || ' line ' || line_item FROM stage.lines JOIN stage.reports ON no = report
            GROUP BY filing_key, form_type, line_item HAVING count(DISTINCT coalesce(a, 'none')) > 1""");
    execute(
        """
        INSERT OR IGNORE INTO summary_lines (filing_key, form_type, line_item, amount_a_cents, amount_b_cents,
          amount_c_cents)
        SELECT filing_key, form_type, line_item, a, b, c FROM stage.lines JOIN stage.reports ON no = report
        ORDER BY seq, form_type, CAST(line_item AS INTEGER), line_item, abs(coalesce(a, 0)) DESC, a DESC, b DESC, c DESC
        """);
  }

  private void issues() throws SQLException {
    execute("""
            INSERT INTO data_issues (severity, code, filing_key, tx_key, detail)
            SELECT DISTINCT f.severity, f.code, r.filing_key, d.tx_key, f.detail
            FROM stage.flaws f LEFT JOIN stage.reports r ON r.no = f.report LEFT JOIN stage.decisions d USING (row_no)
            WHERE f.row_no = 0 OR d.row_no IS NOT NULL ORDER BY f.code, r.filing_key, d.tx_key, f.detail""");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
