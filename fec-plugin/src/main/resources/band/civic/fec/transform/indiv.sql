-- A row of two cycles' files stands here once, as the later cycle has it.
INSERT OR REPLACE INTO contributions SELECT i.sub_id, {cycle}, i.cmte_id, nullif(trim(i.name), ''), nullif(trim(i.city), ''),
  upper(trim(i.state)), {zip5}, nullif(trim(i.employer), ''), nullif(trim(i.occupation), ''), i.entity_tp, i.day,
  CASE WHEN i.transaction_dt IS NULL THEN 'none' WHEN i.day IS NULL THEN 'unreadable'
    WHEN i.day > coalesce({loaded_on}, {today}) THEN 'future' WHEN i.day < '1975-01-01' THEN 'ancient'
    WHEN length(i.transaction_dt) = 7 THEN 'padded' END,
  CASE WHEN {wins:a} THEN a.amount_cents ELSE i.amount_cents END,
  i.transaction_tp, CASE WHEN upper(i.memo_cd) = 'X' THEN 'memo' ELSE coalesce(t.counts_as, 'other') END,
  coalesce(upper(i.memo_cd) = 'X', 0), i.memo_text, i.amndt_ind, i.rpt_tp, i.transaction_pgi, i.other_id, i.tran_id,
  CAST(i.file_num AS INTEGER), i.image_num, {loaded_on}, CASE WHEN {wins:a} THEN 'api' ELSE 'bulk' END,
  i.first_run, i.source_line, a.page_id
FROM k.indiv i LEFT JOIN transaction_types t ON t.code = upper(i.transaction_tp)
  LEFT JOIN api.api_schedule_a a ON a.sub_id = i.sub_id AND a.retired_run IS NULL
WHERE {resident} AND {unretired:api_schedule_a} ORDER BY i.sub_id;
