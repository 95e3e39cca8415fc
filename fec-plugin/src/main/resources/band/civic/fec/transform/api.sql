-- Rows that OpenFEC has and no bulk file yet. A row that the FEC loaded before the day of the last release of its cycle
-- and that is not in it was superseded; one that tells no such day may be newer.
INSERT INTO contributions SELECT a.sub_id, coalesce(a.cycle, 0), a.committee_id, a.body ->> '$.contributor_name',
  a.body ->> '$.contributor_city', a.body ->> '$.contributor_state', substr(a.body ->> '$.contributor_zip', 1, 5),
  a.body ->> '$.contributor_employer', a.body ->> '$.contributor_occupation', a.body ->> '$.entity_type',
  substr(a.body ->> '$.contribution_receipt_date', 1, 10),
  CASE WHEN a.body ->> '$.contribution_receipt_date' IS NULL THEN 'none' END, a.amount_cents,
  a.body ->> '$.receipt_type',
  CASE WHEN a.body ->> '$.memo_code' = 'X' THEN 'memo' ELSE coalesce(t.counts_as, 'other') END,
  coalesce(a.body ->> '$.memo_code' = 'X', 0), a.body ->> '$.memo_text', NULL, a.body ->> '$.report_type',
  a.body ->> '$.fec_election_type_desc', a.body ->> '$.contributor_id', a.body ->> '$.transaction_id',
  a.body ->> '$.file_number', a.body ->> '$.image_number', substr(a.load_date, 1, 10), 'api', NULL, NULL, a.page_id
FROM api.api_schedule_a a LEFT JOIN transaction_types t ON t.code = a.body ->> '$.receipt_type'
WHERE a.retired_run IS NULL AND NOT EXISTS (SELECT 1 FROM contributions c WHERE c.sub_id = a.sub_id)
  AND NOT EXISTS (SELECT 1 FROM committee_transactions c WHERE c.sub_id = a.sub_id)
  AND coalesce(t.counts_as, 'other') IN ('individual', 'super_pac', 'refund', 'candidate', 'party_account', 'conduit')
  AND coalesce(nullif(a.load_date, ''), '9999') >= coalesce((SELECT substr(max(modified_at), 1, 10) FROM sources s
    WHERE s.kind = 'indiv' AND s.cycle = a.cycle), '')
  AND {api_resident} ORDER BY a.sub_id;
