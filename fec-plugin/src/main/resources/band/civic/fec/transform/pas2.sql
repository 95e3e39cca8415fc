-- Every row stands in oth too, without the candidate: it is counted once.
INSERT INTO committee_transactions SELECT i.sub_id, {cycle}, i.cmte_id, nullif(trim(i.name), ''),
  nullif(trim(i.city), ''), upper(trim(i.state)), {zip5}, i.entity_tp, i.day,
  CASE WHEN {wins:a} THEN a.amount_cents WHEN {wins:b} THEN b.amount_cents ELSE i.amount_cents END, i.transaction_tp,
  CASE WHEN upper(i.memo_cd) = 'X' THEN 'memo' ELSE coalesce(t.counts_as, 'other') END, coalesce(upper(i.memo_cd) = 'X', 0),
  i.memo_text, i.amndt_ind, i.rpt_tp, i.transaction_pgi, i.other_id, i.cand_id, i.tran_id,
  CAST(i.file_num AS INTEGER), i.image_num, i.first_run, i.source_line
FROM k.pas2 i LEFT JOIN transaction_types t ON t.code = upper(i.transaction_tp)
  LEFT JOIN api.api_schedule_a a ON a.sub_id = i.sub_id AND a.retired_run IS NULL
  LEFT JOIN api.api_schedule_b b ON b.sub_id = i.sub_id AND b.retired_run IS NULL
WHERE {resident} AND {unretired:api_schedule_a} AND {unretired:api_schedule_b}
ON CONFLICT (sub_id) DO UPDATE SET candidate_id = excluded.candidate_id, amount_cents = excluded.amount_cents;
