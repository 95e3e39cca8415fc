-- Metrics per candidate and per measure (netfile specification 4.2): the money of the committees that curated lists name,
-- inside each committee's window.

CREATE TEMP TABLE people AS
SELECT candidate_id, lower(trim(name)) AS person_key FROM candidates
UNION
SELECT candidate_id, lower(trim(a.value)) FROM candidates, json_each(aliases) a WHERE trim(a.value) <> '';

CREATE TEMP TABLE measure_names AS
SELECT measure_id, lower(trim(title)) AS name_key FROM measures
UNION
SELECT measure_id, lower(trim(n.value)) FROM measures, json_each(names) n WHERE trim(n.value) <> '';

CREATE TEMP TABLE role_items AS
SELECT DISTINCT r.candidate_id, r.measure_id, r.sup_opp AS side, i.rowid AS item, i.*
FROM committee_roles r JOIN totalled_items i USING (filer_key)
WHERE (r.starts_on IS NULL OR i.item_date >= r.starts_on) AND (r.ends_on IS NULL OR i.item_date <= r.ends_on);

CREATE TEMP TABLE candidate_money AS
SELECT candidate_id, total(contributions) AS contributions, total(loans) AS loans, total(unitemized) AS unitemized,
  total(expenditures) AS expenditures
FROM (SELECT DISTINCT r.candidate_id, s.* FROM committee_roles r JOIN totalled_summaries s USING (filer_key)
  WHERE r.candidate_id IS NOT NULL AND s.is_460
    AND (r.starts_on IS NULL OR s.period_start >= r.starts_on) AND (r.ends_on IS NULL OR s.period_end <= r.ends_on))
GROUP BY candidate_id;

CREATE TEMP TABLE candidate_late AS
SELECT candidate_id, sum(cents) AS cents, count(*) AS n
FROM (SELECT DISTINCT r.candidate_id, p.rowid AS payment, p.cents
  FROM committee_roles r JOIN late_payments p USING (filer_key)
  WHERE r.candidate_id IS NOT NULL
    AND (r.starts_on IS NULL OR p.item_date >= r.starts_on) AND (r.ends_on IS NULL OR p.item_date <= r.ends_on))
GROUP BY candidate_id;

INSERT INTO candidate_by_type
SELECT i.candidate_id, CASE WHEN EXISTS (SELECT 1 FROM people p
      WHERE p.candidate_id = i.candidate_id AND p.person_key = i.person_key) THEN 'Self Funding'
    WHEN entity_cd = 'PTY' AND (SELECT compat FROM settings) <> '' THEN 'PTY'
    WHEN entity_cd IN ('COM', 'SCC') THEN 'Committee' WHEN entity_cd IS NULL THEN 'Not Stated'
    ELSE (SELECT label FROM entity_codes WHERE code = entity_cd) END AS type, sum(cents), count(*)
FROM role_items i WHERE i.candidate_id IS NOT NULL AND added_to = 'contributions'
GROUP BY i.candidate_id, type
UNION ALL
SELECT candidate_id, 'Unitemized', CAST(unitemized AS INTEGER), NULL FROM candidate_money WHERE unitemized <> 0
ORDER BY 1, 2;

INSERT INTO candidate_by_origin
SELECT candidate_id, (SELECT label FROM origins o WHERE o.origin = i.origin) AS place, sum(cents), count(*)
FROM role_items i WHERE candidate_id IS NOT NULL AND added_to = 'contributions'
GROUP BY candidate_id, place ORDER BY 1, 2;

INSERT INTO candidate_spending_by_code
SELECT candidate_id, purpose, sum(cents), sum(n) FROM (
  SELECT candidate_id, ifnull((SELECT label FROM expn_codes WHERE code = expn_code), 'Not Stated') AS purpose, cents,
    1 AS n FROM role_items WHERE candidate_id IS NOT NULL AND form_type = 'E'
  UNION ALL SELECT candidate_id, 'Not Stated', cents, n FROM candidate_late)
GROUP BY candidate_id, purpose ORDER BY 1, 2;

INSERT INTO candidate_independent
SELECT c.candidate_id, i.sup_opp, i.filer_key, sum(i.cents), count(*)
FROM candidates c JOIN elections e USING (election_id)
JOIN independent_items i ON lower(trim(i.candidate)) IN (SELECT person_key FROM people p
  WHERE p.candidate_id = c.candidate_id)
WHERE i.sup_opp IN ('S', 'O')
  AND (e.starts_on IS NULL OR i.item_date >= e.starts_on) AND (e.ends_on IS NULL OR i.item_date <= e.ends_on)
GROUP BY c.candidate_id, i.sup_opp, i.filer_key ORDER BY 1, 2, 3;

INSERT INTO candidate_totals
SELECT c.candidate_id,
  CASE WHEN m.candidate_id IS NOT NULL OR g.late IS NOT NULL
    THEN CAST(ifnull(m.contributions, 0) AS INTEGER) + ifnull(g.late, 0) END,
  CASE WHEN m.candidate_id IS NOT NULL OR l.cents IS NOT NULL
    THEN CAST(ifnull(m.expenditures, 0) AS INTEGER) + ifnull(l.cents, 0) END,
  CAST(m.loans AS INTEGER), ifnull(g.itemized, 0), CAST(m.unitemized AS INTEGER),
  ifnull(g.small, 0) + CAST(ifnull(m.unitemized, 0) AS INTEGER),
  (SELECT ifnull(sum(cents), 0) FROM candidate_independent i WHERE i.candidate_id = c.candidate_id AND sup_opp = 'S'),
  (SELECT ifnull(sum(cents), 0) FROM candidate_independent i WHERE i.candidate_id = c.candidate_id AND sup_opp = 'O')
FROM candidates c
LEFT JOIN candidate_money m USING (candidate_id)
LEFT JOIN candidate_late l USING (candidate_id)
LEFT JOIN (SELECT candidate_id, sum(cents) AS itemized, sum(cents) FILTER (WHERE abs(cents) < 10000) AS small,
    sum(cents) FILTER (WHERE form_type = 'F497P1') AS late
  FROM role_items WHERE candidate_id IS NOT NULL AND added_to = 'contributions'
  GROUP BY candidate_id) g USING (candidate_id)
ORDER BY c.candidate_id;

CREATE TEMP TABLE measure_items AS
SELECT * FROM role_items WHERE measure_id IS NOT NULL AND side IS NOT NULL AND added_to = 'contributions';

INSERT INTO measure_by_type
SELECT measure_id, side, CASE WHEN entity_cd = 'PTY' AND (SELECT compat FROM settings) <> '' THEN 'PTY'
    WHEN entity_cd IN ('COM', 'SCC') THEN 'Committee' WHEN entity_cd IS NULL THEN 'Not Stated'
    ELSE (SELECT label FROM entity_codes WHERE code = entity_cd) END AS type, sum(cents), count(*)
FROM measure_items GROUP BY measure_id, side, type ORDER BY 1, 2, 3;

INSERT INTO measure_by_origin
SELECT measure_id, side, (SELECT label FROM origins o WHERE o.origin = i.origin) AS place, sum(cents), count(*)
FROM measure_items i GROUP BY measure_id, side, place ORDER BY 1, 2, 3;

INSERT INTO measure_organizations
WITH spent AS (
  SELECT i.measure_id, coalesce(nullif(i.sup_opp, ''), i.side) AS sup_opp, i.filer_key, i.cents
  FROM role_items i JOIN measures m USING (measure_id)
  WHERE i.form_type = 'E' AND (trim(i.measure_num) = m.measure_num OR ifnull(trim(i.measure_num), '') = ''
    AND lower(trim(i.measure_name)) IN (SELECT name_key FROM measure_names n WHERE n.measure_id = i.measure_id))
  UNION ALL
  SELECT m.measure_id, i.sup_opp, i.filer_key, i.cents
  FROM measures m JOIN elections e USING (election_id) JOIN independent_items i ON i.form_type = 'F496'
    AND i.target_kind = 'measure' AND (trim(i.measure_num) = m.measure_num OR ifnull(trim(i.measure_num), '') = ''
    AND lower(trim(i.measure_name)) IN (SELECT name_key FROM measure_names n WHERE n.measure_id = m.measure_id))
  WHERE (e.starts_on IS NULL OR i.item_date >= e.starts_on) AND (e.ends_on IS NULL OR i.item_date <= e.ends_on)
  UNION ALL
  SELECT measure_id, sup_opp, filer_key, cents
  FROM (SELECT DISTINCT r.measure_id, r.sup_opp, filer_key, s.filing_key, CAST(s.accrued + s.in_kind AS INTEGER) AS cents
    FROM committee_roles r JOIN filers USING (filer_key) JOIN totalled_summaries s USING (filer_key)
    WHERE r.measure_id IS NOT NULL AND filers.committee_type = 'BMC' AND s.is_460)
  UNION ALL
  SELECT DISTINCT measure_id, side, filer_key, 0 FROM measure_items
)
SELECT measure_id, sup_opp, filer_key, sum(cents) FROM spent WHERE sup_opp IN ('S', 'O')
GROUP BY measure_id, sup_opp, filer_key ORDER BY 1, 2, 3;

INSERT INTO measure_totals
SELECT measure_id, sup_opp, sum(contributions), sum(n), sum(spending) FROM (
  SELECT measure_id, side AS sup_opp, sum(cents) AS contributions, count(*) AS n, 0 AS spending
  FROM measure_items GROUP BY measure_id, side
  UNION ALL
  SELECT measure_id, sup_opp, 0, 0, sum(cents) FROM measure_organizations GROUP BY measure_id, sup_opp)
GROUP BY measure_id, sup_opp ORDER BY 1, 2;
