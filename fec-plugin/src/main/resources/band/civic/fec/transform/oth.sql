-- A row of two cycles' files stands here once, as the later cycle has it, with the candidate that the earlier one named.
INSERT INTO committee_transactions SELECT i.sub_id, {cycle}, i.cmte_id, nullif(trim(i.name), ''),
  nullif(trim(i.city), ''), upper(trim(i.state)), {zip5}, i.entity_tp, i.day,
  CASE WHEN {wins:a} THEN a.amount_cents WHEN {wins:b} THEN b.amount_cents ELSE i.amount_cents END, i.transaction_tp,
  CASE WHEN upper(i.memo_cd) = 'X' THEN 'memo' ELSE coalesce(t.counts_as, 'other') END, coalesce(upper(i.memo_cd) = 'X', 0),
  i.memo_text, i.amndt_ind, i.rpt_tp, i.transaction_pgi, i.other_id, NULL, i.tran_id, CAST(i.file_num AS INTEGER),
  i.image_num, i.first_run, i.source_line
FROM k.oth i LEFT JOIN transaction_types t ON t.code = upper(i.transaction_tp)
  LEFT JOIN api.api_schedule_a a ON a.sub_id = i.sub_id AND a.retired_run IS NULL
  LEFT JOIN api.api_schedule_b b ON b.sub_id = i.sub_id AND b.retired_run IS NULL
WHERE {resident} AND {unretired:api_schedule_a} AND {unretired:api_schedule_b} ORDER BY i.sub_id
ON CONFLICT (sub_id) DO UPDATE SET cycle = excluded.cycle, committee_id = excluded.committee_id, name = excluded.name,
  city = excluded.city, state = excluded.state, zip5 = excluded.zip5,
  entity_type = excluded.entity_type, transaction_on = excluded.transaction_on, amount_cents = excluded.amount_cents,
  transaction_type = excluded.transaction_type, counts_as = excluded.counts_as, memo = excluded.memo,
  memo_text = excluded.memo_text, amendment = excluded.amendment, report_type = excluded.report_type,
  election = excluded.election, other_id = excluded.other_id, transaction_id = excluded.transaction_id,
  file_number = excluded.file_number, image_number = excluded.image_number, source_id = excluded.source_id,
  source_line = excluded.source_line;
