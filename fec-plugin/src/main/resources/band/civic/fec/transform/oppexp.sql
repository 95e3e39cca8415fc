INSERT OR REPLACE INTO operating_expenditures SELECT i.sub_id, {cycle}, i.cmte_id, nullif(trim(i.name), ''),
  nullif(trim(i.city), ''), upper(trim(i.state)), {zip5}, i.entity_tp, i.day,
  CASE WHEN {wins:a} THEN a.amount_cents ELSE i.amount_cents END,
  CASE WHEN upper(i.memo_cd) = 'X' THEN 'memo' ELSE 'operating' END, coalesce(upper(i.memo_cd) = 'X', 0), i.memo_text, i.purpose,
  nullif(trim(i.category_desc), ''), i.amndt_ind, i.rpt_tp, i.transaction_pgi, i.tran_id,
  CAST(i.file_num AS INTEGER), i.image_num, i.first_run, i.source_line
FROM k.oppexp i LEFT JOIN api.api_schedule_b a ON a.sub_id = i.sub_id AND a.retired_run IS NULL
WHERE {resident} AND {unretired:api_schedule_b} ORDER BY i.sub_id;
