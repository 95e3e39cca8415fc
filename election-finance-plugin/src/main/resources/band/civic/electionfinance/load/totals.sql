-- From rows to totals. transactions.added_to says which row is added to what; summaries are added of current filings
-- that no longer report contains (netfile specification 4.1 step 6).

CREATE TEMP TABLE totalled_items AS
SELECT t.filer_key, CAST(substr(coalesce(t.tx_date, f.period_end, f.filed_on, '0'), 1, 4) AS INTEGER) AS year,
  coalesce(t.tx_date, f.period_end, f.filed_on) AS item_date, t.added_to, t.form_type,
  t.amount_cents AS cents, trim(t.counterparty) AS name, lower(trim(t.counterparty)) AS name_key,
  lower(trim(concat_ws(' ', trim(t.counterparty_first), trim(t.counterparty_last)))) AS person_key,
  t.entity_cd, t.origin, t.size_band, t.expn_code, t.measure_name, t.measure_num, t.sup_opp
FROM transactions t JOIN filings f USING (filing_key)
WHERE t.added_to IN ('contributions', 'expenditures') AND t.amount_cents IS NOT NULL;

CREATE TEMP TABLE late_payments AS
SELECT t.filer_key, CAST(substr(coalesce(t.tx_date, f.filed_on, '0'), 1, 4) AS INTEGER) AS year,
  coalesce(t.tx_date, f.filed_on) AS item_date, t.amount_cents AS cents
FROM transactions t JOIN filings f USING (filing_key)
WHERE t.form_type = 'F497P2' AND t.is_current = 1 AND t.not_counted_reason = 'f497p2_mirror'
  AND t.amount_cents IS NOT NULL;

CREATE TEMP TABLE totalled_summaries AS
SELECT f.filer_key, f.filing_key, f.period_start, f.period_end,
  CAST(substr(coalesce(f.period_end, f.filed_on, '0'), 1, 4) AS INTEGER) AS year,
  count(*) FILTER (WHERE s.form_type = 'F460') > 0 AS is_460,
  total(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '5') AS contributions,
  total(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '2') AS loans,
  total(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '9') AS accrued,
  total(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '10') AS in_kind,
  total(s.amount_a_cents) FILTER (WHERE s.line_item = '2'
    AND (s.form_type = 'A' OR s.form_type = 'C' AND (SELECT compat FROM settings) <> 'odca-2020')) AS unitemized,
  total(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '11'
    OR s.form_type = 'F461' AND s.line_item = '3') AS expenditures,
  sum(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '16') AS cash_end,
  sum(s.amount_a_cents) FILTER (WHERE s.form_type = 'F460' AND s.line_item = '19') AS debts
FROM filings f JOIN summary_lines s USING (filing_key)
WHERE f.is_current = 1 AND f.contained_in IS NULL
GROUP BY f.filing_key
HAVING count(*) FILTER (WHERE s.form_type IN ('F460', 'F461')) > 0;

CREATE TEMP TABLE money AS
SELECT filer_key, year, max(is_460) AS is_460, sum(contributions) FILTER (WHERE is_460) AS contributions,
  sum(loans) FILTER (WHERE is_460) AS loans, sum(accrued) FILTER (WHERE is_460) AS accrued,
  sum(unitemized) FILTER (WHERE is_460) AS unitemized, sum(expenditures) AS expenditures
FROM totalled_summaries GROUP BY filer_key, year;

CREATE TEMP TABLE closing AS
SELECT filer_key, year, cash_end, debts,
  row_number() OVER (PARTITION BY filer_key ORDER BY period_end DESC, filing_key) = 1 AS is_last
FROM (SELECT *, row_number() OVER (PARTITION BY filer_key, year ORDER BY period_end DESC, filing_key) AS age
  FROM totalled_summaries WHERE is_460)
WHERE age = 1;

CREATE TEMP TABLE counted AS
SELECT filer_key, year,
  sum(cents) FILTER (WHERE form_type IN ('A', 'C')) AS itemized,
  sum(cents) FILTER (WHERE form_type IN ('A', 'C') AND abs(cents) < 10000) AS small,
  sum(cents) FILTER (WHERE form_type = 'F497P1') AS late,
  count(*) FILTER (WHERE form_type IN ('A', 'C')) AS n,
  count(DISTINCT name_key) FILTER (WHERE form_type IN ('A', 'C')) AS n_names
FROM totalled_items GROUP BY filer_key, year;

INSERT INTO committee_totals
SELECT filer_key, year,
  CASE WHEN m.is_460 OR c.late IS NOT NULL
    THEN CAST(ifnull(m.contributions, 0) + ifnull(c.late, 0) AS INTEGER) END,
  CASE WHEN m.is_460 THEN ifnull(c.itemized, 0) ELSE c.itemized END,
  CAST(m.unitemized AS INTEGER),
  CASE WHEN m.is_460 OR c.itemized IS NOT NULL
    THEN CAST(ifnull(c.small, 0) + ifnull(m.unitemized, 0) AS INTEGER) END,
  CAST(m.loans AS INTEGER), CAST(m.expenditures AS INTEGER), CAST(m.accrued AS INTEGER),
  l.cash_end, l.debts, ifnull(c.late, 0), ifnull(p.cents, 0), ifnull(c.n, 0), ifnull(c.n_names, 0)
FROM (SELECT filer_key, year FROM money UNION SELECT filer_key, year FROM counted
  UNION SELECT filer_key, year FROM late_payments)
LEFT JOIN money m USING (filer_key, year)
LEFT JOIN counted c USING (filer_key, year)
LEFT JOIN closing l USING (filer_key, year)
LEFT JOIN (SELECT filer_key, year, sum(cents) AS cents FROM late_payments GROUP BY 1, 2) p USING (filer_key, year)
ORDER BY filer_key, year;

INSERT INTO committee_spans
SELECT filer_key, min(year), max(year), sum(contributions_cents), sum(itemized_cents), sum(unitemized_cents),
  sum(small_cents), sum(loans_cents), sum(expenditures_cents), sum(accrued_cents),
  max(l.cash_end), max(l.debts), sum(late_contributions_cents), sum(late_payments_cents), sum(n_contributions),
  ifnull(max(n.n_names), 0)
FROM committee_totals
LEFT JOIN (SELECT filer_key, cash_end, debts FROM closing WHERE is_last) l USING (filer_key)
LEFT JOIN (SELECT filer_key, count(DISTINCT name_key) AS n_names FROM totalled_items
  WHERE form_type IN ('A', 'C') GROUP BY filer_key) n USING (filer_key)
GROUP BY filer_key ORDER BY filer_key;

INSERT INTO committee_by_type
SELECT filer_key, year, CASE WHEN entity_cd = 'PTY' AND (SELECT compat FROM settings) <> '' THEN 'PTY'
    WHEN entity_cd IN ('COM', 'SCC') THEN 'Committee' WHEN entity_cd IS NULL THEN 'Not Stated'
    ELSE (SELECT label FROM entity_codes WHERE code = entity_cd) END AS type, sum(cents), count(*)
FROM totalled_items WHERE added_to = 'contributions' GROUP BY filer_key, year, type
UNION ALL
SELECT filer_key, year, 'Unitemized', CAST(unitemized AS INTEGER), NULL FROM money WHERE unitemized <> 0
ORDER BY 1, 2, 3;

INSERT INTO committee_by_origin
SELECT filer_key, year, (SELECT label FROM origins WHERE origin = i.origin) AS place, sum(cents), count(*)
FROM totalled_items i WHERE added_to = 'contributions' GROUP BY filer_key, year, place ORDER BY 1, 2, 3;

INSERT INTO committee_by_size
SELECT filer_key, year, ifnull(size_band, 'Not Stated') AS band, sum(cents), count(*)
FROM totalled_items WHERE added_to = 'contributions' GROUP BY filer_key, year, band
UNION ALL
SELECT filer_key, year, 'Unitemized', CAST(unitemized AS INTEGER), NULL FROM money WHERE unitemized <> 0
ORDER BY 1, 2, 3;

INSERT INTO spending_by_code
SELECT filer_key, year, ifnull((SELECT label FROM expn_codes WHERE code = expn_code), 'Not Stated') AS purpose,
  sum(cents), count(*)
FROM totalled_items WHERE added_to = 'expenditures' GROUP BY filer_key, year, purpose ORDER BY 1, 2, 3;

CREATE TEMP TABLE names AS
SELECT added_to AS side, filer_key, year, name_key,
  name, sum(cents) AS cents, count(*) AS n
FROM totalled_items WHERE name_key <> '' GROUP BY side, filer_key, year, name_key, name;

CREATE TEMP TABLE ranked_names AS
WITH each AS (
  SELECT side, filer_key, year, name_key, sum(cents) AS cents, sum(n) AS n FROM names GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT side, NULL, year, name_key, sum(cents), sum(n) FROM names GROUP BY 1, 3, 4
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY side, filer_key, year ORDER BY cents DESC, name_key) AS rank
  FROM each WHERE cents > 0
)
SELECT side, CASE WHEN filer_key IS NULL THEN 'all' ELSE 'committee' END AS scope, filer_key, year, rank, name_key,
  cents, n
FROM ranked WHERE rank <= CASE WHEN filer_key IS NULL THEN 100 ELSE 25 END;

CREATE TEMP TABLE spellings AS
SELECT name_key, name FROM (
  SELECT name_key, name, row_number() OVER (PARTITION BY name_key ORDER BY sum(n) DESC, name) AS place
  FROM names GROUP BY name_key, name)
WHERE place = 1;

INSERT INTO top_contributors
SELECT scope, filer_key, year, rank, name, cents, n FROM ranked_names JOIN spellings USING (name_key)
WHERE side = 'contributions' ORDER BY scope, filer_key, year, rank;

INSERT INTO top_payees
SELECT scope, filer_key, year, rank, name, cents, n FROM ranked_names JOIN spellings USING (name_key)
WHERE side = 'expenditures' ORDER BY scope, filer_key, year, rank;

CREATE TEMP TABLE independent_rows AS
SELECT t.filer_key, CAST(substr(coalesce(t.tx_date, f.period_end, f.filed_on, '0'), 1, 4) AS INTEGER) AS year,
  CASE WHEN trim(t.candidate) <> '' THEN 'candidate' WHEN trim(t.measure_name) <> '' OR trim(t.measure_num) <> ''
    THEN 'measure' ELSE 'not stated' END AS target_kind,
  CASE WHEN trim(t.candidate) <> '' THEN trim(t.candidate)
    ELSE ifnull(nullif(trim(concat_ws(' ', nullif(trim(t.measure_num), ''), nullif(trim(t.measure_name), ''))), ''),
      'Not Stated') END AS target,
  t.candidate, t.measure_name, t.measure_num, t.office_cd, ifnull(t.sup_opp, '') AS sup_opp,
  f.election_date AS cover_date, f.period_start, f.period_end, t.tx_date,
  coalesce(t.tx_date, f.period_end, f.filed_on) AS item_date, t.amount_cents AS cents, t.form_type,
  t.added_to IS NOT NULL AS counts
FROM transactions t JOIN filings f USING (filing_key)
WHERE t.added_to = 'independent_spending' AND t.amount_cents IS NOT NULL
  OR t.form_type = 'F496' AND t.is_current = 1 AND t.not_counted_reason = 'late_repeated' AND f.is_current = 1
    AND f.election_date IS NOT NULL;

-- A form 496 names its election; the semi-annual report whose schedule D then counts in its place seldom does.
CREATE TEMP TABLE replaced_reports AS
SELECT DISTINCT filer_key, target_kind, lower(target) AS target_key, item_date, cover_date AS election_date
FROM independent_rows WHERE NOT counts AND target_kind <> 'not stated';

CREATE INDEX temp.idx_replaced_reports ON replaced_reports (filer_key, target_key, item_date);

CREATE TEMP TABLE independent_items AS
SELECT i.*, cover_date IS NOT NULL AS on_cover, CASE WHEN cover_date IS NOT NULL OR form_type <> 'D' THEN cover_date
    ELSE (SELECT CASE WHEN min(r.election_date) = max(r.election_date) THEN min(r.election_date) END
      FROM replaced_reports r WHERE r.filer_key = i.filer_key AND r.target_key = lower(i.target)
        AND r.target_kind = i.target_kind AND r.item_date BETWEEN i.period_start AND i.period_end) END AS election_date
FROM independent_rows i WHERE counts;

INSERT INTO independent_spending
SELECT filer_key, year, target, sup_opp, min(target_kind),
  CASE WHEN count(DISTINCT ifnull(office_cd, '')) = 1 THEN min(office_cd) END,
  CASE WHEN count(DISTINCT ifnull(election_date, '')) = 1 THEN min(election_date) END,
  sum(cents), count(*), min(tx_date), max(tx_date)
FROM independent_items GROUP BY filer_key, year, target, sup_opp ORDER BY 1, 2, 3, 4;

INSERT INTO independent_spending_by_target
SELECT target_kind, min(target), office_cd, election_date, sup_opp, sum(cents), count(*), count(DISTINCT filer_key),
  min(tx_date), max(tx_date)
FROM independent_items
GROUP BY target_kind, lower(target), ifnull(office_cd, ''), ifnull(election_date, ''), sup_opp
ORDER BY 1, 2, 3, 4, 5;

INSERT INTO independent_spending_by_election
SELECT election_date, filer_key, target_kind, min(target), sup_opp, tx_date, on_cover, sum(cents), count(*)
FROM independent_items WHERE election_date IS NOT NULL
GROUP BY election_date, filer_key, target_kind, lower(target), sup_opp, tx_date, on_cover
ORDER BY 1, 2, 3, 4, 5, 6, 7;
