PRAGMA journal_mode = off;
PRAGMA synchronous = off;
PRAGMA locking_mode = exclusive;
PRAGMA cache_size = -262144;
PRAGMA temp_store = memory;
CREATE TEMP TABLE release (
  cmte_id TEXT, amndt_ind TEXT, rpt_tp TEXT, transaction_pgi TEXT, image_num TEXT, transaction_tp TEXT,
  entity_tp TEXT, name TEXT, city TEXT, state TEXT, zip_code TEXT, employer TEXT, occupation TEXT,
  transaction_dt TEXT, transaction_amt TEXT, other_id TEXT, tran_id TEXT, file_num INTEGER, memo_cd TEXT,
  memo_text TEXT, sub_id INTEGER PRIMARY KEY);
.mode ascii
.separator "|" "\n"
.import FILE release
INSERT INTO itcont SELECT * FROM release WHERE true
ON CONFLICT(sub_id) DO UPDATE SET
  cmte_id = excluded.cmte_id, amndt_ind = excluded.amndt_ind, rpt_tp = excluded.rpt_tp,
  transaction_pgi = excluded.transaction_pgi, image_num = excluded.image_num,
  transaction_tp = excluded.transaction_tp, entity_tp = excluded.entity_tp, name = excluded.name,
  city = excluded.city, state = excluded.state, zip_code = excluded.zip_code, employer = excluded.employer,
  occupation = excluded.occupation, transaction_dt = excluded.transaction_dt,
  transaction_amt = excluded.transaction_amt, other_id = excluded.other_id, tran_id = excluded.tran_id,
  file_num = excluded.file_num, memo_cd = excluded.memo_cd, memo_text = excluded.memo_text
WHERE (
  itcont.cmte_id, itcont.amndt_ind, itcont.rpt_tp, itcont.transaction_pgi, itcont.image_num,
  itcont.transaction_tp, itcont.entity_tp, itcont.name, itcont.city, itcont.state, itcont.zip_code,
  itcont.employer, itcont.occupation, itcont.transaction_dt, itcont.transaction_amt, itcont.other_id,
  itcont.tran_id, itcont.file_num, itcont.memo_cd, itcont.memo_text
) IS NOT (
  excluded.cmte_id, excluded.amndt_ind, excluded.rpt_tp, excluded.transaction_pgi, excluded.image_num,
  excluded.transaction_tp, excluded.entity_tp, excluded.name, excluded.city, excluded.state,
  excluded.zip_code, excluded.employer, excluded.occupation, excluded.transaction_dt,
  excluded.transaction_amt, excluded.other_id, excluded.tran_id, excluded.file_num, excluded.memo_cd,
  excluded.memo_text
);
DELETE FROM itcont WHERE sub_id NOT IN (SELECT sub_id FROM release);
