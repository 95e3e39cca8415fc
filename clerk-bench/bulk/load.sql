PRAGMA page_size = 8192;
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
PRAGMA locking_mode = exclusive;
PRAGMA cache_size = -262144;
PRAGMA temp_store = memory;
CREATE TABLE itcont (
  cmte_id TEXT, amndt_ind TEXT, rpt_tp TEXT, transaction_pgi TEXT, image_num TEXT, transaction_tp TEXT,
  entity_tp TEXT, name TEXT, city TEXT, state TEXT, zip_code TEXT, employer TEXT, occupation TEXT,
  transaction_dt TEXT, transaction_amt TEXT, other_id TEXT, tran_id TEXT, file_num INTEGER, memo_cd TEXT,
  memo_text TEXT, sub_id INTEGER PRIMARY KEY);
.mode ascii
.separator "|" "\n"
.import FILE itcont
CREATE INDEX itcont_by_committee ON itcont(cmte_id);
CREATE INDEX itcont_by_name ON itcont(name);
CREATE INDEX itcont_by_day ON itcont(transaction_dt);
