-- Rows that OpenFEC has and no bulk file yet. A row that the FEC loaded before the day of the last release of its cycle
-- and that is not in it was superseded; one that tells no such day may be newer.
INSERT INTO contributions SELECT a.sub_id, coalesce(a.cycle, 0), a.committee_id, a.body ->> '$.contributor_name',
  a.body ->> '$.contributor_city', a.body ->> '$.contributor_state', substr(a.body ->> '$.contributor_zip', 1, 5),
  a.body ->> '$.contributor_employer', a.body ->> '$.contributor_occupation', a.body ->> '$.entity_type',
  substr(a.body ->> '$.contribution_receipt_date', 1, 10),
  CASE WHEN a.body ->> '$.contribution_receipt_date' IS NULL THEN 'none'
    WHEN substr(a.body ->> '$.contribution_receipt_date', 1, 10) > coalesce(nullif(substr(a.load_date, 1, 10), ''), {today}) THEN 'future'
    WHEN a.body ->> '$.contribution_receipt_date' < '1975-01-01' THEN 'ancient' END, a.amount_cents,
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

-- Who only OpenFEC tells of. A state's or city's site has those that someone there gave to.
INSERT OR IGNORE INTO committees SELECT e.id, e.cycle, nullif(trim(e.body ->> '$.name'), ''),
  e.body ->> '$.committee_type', e.body ->> '$.designation', e.body ->> '$.party', e.body ->> '$.filing_frequency',
  e.body ->> '$.organization_type', e.body ->> '$.affiliated_committee_name', e.body ->> '$.treasurer_name', NULL,
  e.body ->> '$.state', e.body ->> '$.candidate_ids[0]', NULL, NULL
FROM api.api_entities e WHERE e.kind = 'committees' AND e.retired_run IS NULL
  AND ({nation} OR e.id IN (SELECT committee_id FROM contributions)) ORDER BY e.id, e.cycle;

-- Links of a committee to several candidates are of all its years: no totals go by them, and none by OpenFEC where files
-- tell whose committee it is.
INSERT OR IGNORE INTO committee_candidates SELECT e.id, c.value, e.cycle,
  CASE WHEN json_array_length(e.body, '$.candidate_ids') = 1 AND NOT EXISTS (SELECT 1 FROM committee_candidates k
    WHERE k.committee_id = e.id AND k.cycle = e.cycle) THEN e.body ->> '$.designation' END, 'api'
FROM api.api_entities e, json_each(e.body, '$.candidate_ids') c
WHERE e.kind = 'committees' AND e.retired_run IS NULL AND substr(c.value, 1, 1) IN ('H', 'S', 'P')
  AND e.id IN (SELECT committee_id FROM committees WHERE cycle = e.cycle) ORDER BY e.id, c.value;

INSERT OR IGNORE INTO candidates SELECT e.id, e.cycle, nullif(trim(e.body ->> '$.name'), ''), e.body ->> '$.party',
  e.body ->> '$.office', e.body ->> '$.state', e.body ->> '$.district', e.body ->> '$.election_years[#-1]', e.body ->> '$.incumbent_challenge',
  e.body ->> '$.candidate_status', NULL, NULL, NULL
FROM api.api_entities e WHERE e.kind = 'candidates' AND e.retired_run IS NULL
  AND ({nation} OR e.id IN (SELECT candidate_id FROM committee_candidates)) ORDER BY e.id, e.cycle;
