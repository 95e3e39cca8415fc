-- What does not add up, and codes that nobody has explained (netfile specification 3.3, 3.5 items 11 and 12).

INSERT INTO form_codes
SELECT DISTINCT form_type, form_type FROM (SELECT form_type FROM transactions UNION SELECT form_type FROM summary_lines)
WHERE form_type NOT IN (SELECT code FROM form_codes) ORDER BY 1;

INSERT INTO entity_codes
SELECT DISTINCT entity_cd, entity_cd FROM transactions
WHERE entity_cd IS NOT NULL AND entity_cd NOT IN (SELECT code FROM entity_codes) ORDER BY 1;

INSERT INTO expn_codes
SELECT DISTINCT expn_code, expn_code FROM transactions
WHERE expn_code IS NOT NULL AND expn_code NOT IN (SELECT code FROM expn_codes) ORDER BY 1;

INSERT INTO office_codes
SELECT DISTINCT office_cd, office_cd
FROM (SELECT office_cd FROM transactions UNION SELECT office_cd FROM filings)
WHERE office_cd IS NOT NULL AND office_cd NOT IN (SELECT code FROM office_codes) ORDER BY 1;

INSERT INTO data_issues (severity, code, detail)
SELECT 'warning', 'unknown_code', kind || ' code ' || code || ' is not in the specification; it is shown as it is'
FROM (SELECT 'form' AS kind, code, label FROM form_codes UNION ALL SELECT 'entity', code, label FROM entity_codes
  UNION ALL SELECT 'expenditure', code, label FROM expn_codes UNION ALL SELECT 'office', code, label FROM office_codes)
WHERE code = label ORDER BY kind, code;

INSERT INTO reconciliation
WITH both AS (
  SELECT s.filing_key, s.form_type AS schedule, s.amount_a_cents AS claimed, NULL AS item, 0 AS is_item, 0 AS is_stub
  FROM summary_lines s WHERE s.line_item = '1'
    AND s.form_type IN ('A', 'B1', 'C', 'D', 'E', 'F', 'H', 'I')
    AND s.filing_key IN (SELECT filing_key FROM summary_lines WHERE form_type = 'F460')
  UNION ALL
  SELECT t.filing_key, t.form_type, NULL, t.amount_cents, 1, t.is_stub
  FROM transactions t WHERE t.form_type IN ('A', 'B1', 'C', 'D', 'E', 'F', 'H', 'I') AND t.memo = 0
    AND t.filing_key IN (SELECT filing_key FROM summary_lines WHERE form_type = 'F460')
), compared AS (
  SELECT filing_key, schedule, ifnull(sum(claimed), 0) AS summary, ifnull(sum(item), 0) AS items,
    sum(is_stub) AS stubs, max(is_item) = 0 AS has_none
  FROM both GROUP BY filing_key, schedule
)
SELECT filing_key, schedule, summary, items, summary - items,
  CASE WHEN summary = items THEN ''
    WHEN stubs > 0 THEN stubs || ' of the items came without amount (stub rows)'
    WHEN has_none THEN 'the filing has no items of this schedule'
    ELSE 'not explained' END
FROM compared ORDER BY filing_key, schedule;

INSERT INTO summary_identities
WITH lines AS (
  SELECT s.filing_key, s.form_type || ' ' || s.line_item AS line, ifnull(s.amount_a_cents, 0) AS cents
  FROM summary_lines s
  WHERE s.form_type IN ('F460', 'A', 'C')
    AND s.filing_key IN (SELECT filing_key FROM summary_lines WHERE form_type = 'F460')
), terms(identity, line, side, sign) AS (VALUES
  ('3 = 1 + 2', 'F460 3', 'left', 1), ('3 = 1 + 2', 'F460 1', 'right', 1), ('3 = 1 + 2', 'F460 2', 'right', 1),
  ('5 = 3 + 4', 'F460 5', 'left', 1), ('5 = 3 + 4', 'F460 3', 'right', 1), ('5 = 3 + 4', 'F460 4', 'right', 1),
  ('8 = 6 + 7', 'F460 8', 'left', 1), ('8 = 6 + 7', 'F460 6', 'right', 1), ('8 = 6 + 7', 'F460 7', 'right', 1),
  ('11 = 8 + 9 + 10', 'F460 11', 'left', 1), ('11 = 8 + 9 + 10', 'F460 8', 'right', 1),
  ('11 = 8 + 9 + 10', 'F460 9', 'right', 1), ('11 = 8 + 9 + 10', 'F460 10', 'right', 1),
  ('16 = 12 + 13 + 14 - 15', 'F460 16', 'left', 1), ('16 = 12 + 13 + 14 - 15', 'F460 12', 'right', 1),
  ('16 = 12 + 13 + 14 - 15', 'F460 13', 'right', 1), ('16 = 12 + 13 + 14 - 15', 'F460 14', 'right', 1),
  ('16 = 12 + 13 + 14 - 15', 'F460 15', 'right', -1),
  ('5 = A1 + A2 + C1 + C2 + 2', 'F460 5', 'left', 1), ('5 = A1 + A2 + C1 + C2 + 2', 'A 1', 'right', 1),
  ('5 = A1 + A2 + C1 + C2 + 2', 'A 2', 'right', 1), ('5 = A1 + A2 + C1 + C2 + 2', 'C 1', 'right', 1),
  ('5 = A1 + A2 + C1 + C2 + 2', 'C 2', 'right', 1), ('5 = A1 + A2 + C1 + C2 + 2', 'F460 2', 'right', 1)
), sides AS (
  SELECT filing_key, identity, CAST(total(sign * cents) FILTER (WHERE side = 'left') AS INTEGER) AS l,
    CAST(total(sign * cents) FILTER (WHERE side = 'right') AS INTEGER) AS r
  FROM lines JOIN terms USING (line) GROUP BY filing_key, identity
)
SELECT filing_key, identity, l, r, l - r FROM sides ORDER BY filing_key, identity;

INSERT INTO data_issues (severity, code, filing_key, detail)
SELECT CASE explanation WHEN 'not explained' THEN 'warning' ELSE 'info' END, 'unreconciled_schedule', filing_key,
  printf('schedule %s: the summary says %.2f, its items add up to %.2f; %s', schedule, summary_cents / 100.0,
    itemized_cents / 100.0, explanation)
FROM reconciliation JOIN filings USING (filing_key) WHERE diff_cents <> 0 AND is_current = 1
ORDER BY filing_key, schedule;

INSERT INTO data_issues (severity, code, filing_key, detail)
SELECT 'warning', 'broken_identity', filing_key,
  printf('summary line %s does not hold: %.2f and %.2f', identity, left_cents / 100.0, right_cents / 100.0)
FROM summary_identities JOIN filings USING (filing_key) WHERE diff_cents <> 0 AND is_current = 1
ORDER BY filing_key, identity;
