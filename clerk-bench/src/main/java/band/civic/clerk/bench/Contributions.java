package band.civic.clerk.bench;

import band.civic.clerk.etl.bulk.RowMapper;
import band.civic.clerk.etl.bulk.RowWriter;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.etl.bulk.text.RowView;

/// Individual contributions as the FEC publishes them: 21 fields between bars, the last of them the key.
final class Contributions implements RowMapper {
  static final LineShape SHAPE = LineShape.of('|', 21);

  static final String[] SCHEMA = {"PRAGMA page_size = 8192", """
      CREATE TABLE itcont (
        cmte_id TEXT, amndt_ind TEXT, rpt_tp TEXT, transaction_pgi TEXT, image_num TEXT, transaction_tp TEXT,
        entity_tp TEXT, name TEXT, city TEXT, state TEXT, zip_code TEXT, employer TEXT, occupation TEXT,
        transaction_dt TEXT, transaction_amt TEXT, other_id TEXT, tran_id TEXT, file_num INTEGER, memo_cd TEXT,
        memo_text TEXT, sub_id INTEGER PRIMARY KEY, received_on TEXT, amount_cents INTEGER, source_line INTEGER,
        row_hash INTEGER, retired INTEGER
      )""", "CREATE INDEX itcont_by_committee ON itcont(cmte_id)", "CREATE INDEX itcont_by_name ON itcont(name)",
      "CREATE INDEX itcont_by_day ON itcont(received_on)"};

  private static final int AMOUNT = 14;
  private static final int DAY = 13;
  private static final int FILE = 17;
  private static final int KEY = 20;

  @Override
  public long key(RowView row) {
    return row.lastNumber();
  }

  @Override
  public void map(RowView row, RowWriter out) {
    if (row.cents(AMOUNT) == RowView.NONE) {
      out.reject("the amount is no number");
    }
    for (var field = 0; field < KEY; field++) {
      if (field == FILE) {
        out.number(row.number(FILE));
      } else {
        out.text(row, field);
      }
    }
    out.date(row.date(DAY));
    out.number(row.cents(AMOUNT));
    out.integer(row.line());
    out.integer(row.hash());
    out.nothing(); // not retired
  }
}
