-- committee.subject
SELECT f.filer_key AS key, f.name AS title, f.fppc_id, f.committee_type, f.first_period, f.last_period,
  (SELECT count(*) FROM filings g WHERE g.filer_key = f.filer_key AND g.is_current = 1) AS current_filings,
  (SELECT group_concat(n.name, '; ') FROM filer_names n WHERE n.filer_key = f.filer_key AND n.name <> f.name) AS other_names
FROM filers f WHERE f.filer_key = :committee
UNION ALL
SELECT f.filer_key, f.name, f.fppc_id, f.committee_type, f.first_period, f.last_period, 0, NULL
FROM filers f WHERE f.fppc_id = :committee AND f.filer_key <> :committee
LIMIT 1;

-- committee.index
SELECT f.filer_key AS key, f.name, f.committee_type, s.first_year, s.last_year, s.contributions, s.expenditures
FROM filers f LEFT JOIN committee_spans s ON s.filer_key = f.filer_key
ORDER BY s.contributions_cents DESC, f.name LIMIT 1000;

-- committee.totals
SELECT contributions, expenditures, cash_end, debts, itemized, unitemized, small, loans, accrued, late_contributions,
  n_contributors
FROM committee_spans WHERE filer_key = :committee;

-- committee.years
SELECT year, contributions, expenditures, itemized, unitemized, loans, cash_end, debts, n_contributors
FROM committee_totals WHERE filer_key = :committee ORDER BY year;

-- committee.months
SELECT substr(tx_date, 1, 7) AS month, sum(amount_cents) FILTER (WHERE added_to = 'contributions') / 100.0 AS raised,
  sum(amount_cents) FILTER (WHERE added_to = 'expenditures') / 100.0 AS paid, count(*) AS n
FROM transactions WHERE filer_key = :committee AND is_current = 1 AND added_to IN ('contributions', 'expenditures')
  AND tx_date IS NOT NULL
GROUP BY month ORDER BY month;

-- committee.types
SELECT label, sum(cents) / 100.0 AS amount, sum(n) AS n
FROM committee_by_type WHERE filer_key = :committee GROUP BY label ORDER BY amount DESC;

-- committee.origins
SELECT label, sum(cents) / 100.0 AS amount, sum(n) AS n
FROM committee_by_origin WHERE filer_key = :committee GROUP BY label ORDER BY amount DESC;

-- committee.sizes
SELECT label, sum(cents) / 100.0 AS amount, sum(n) AS n
FROM committee_by_size WHERE filer_key = :committee GROUP BY label
ORDER BY label = 'Unitemized', CAST(replace(label, ',', '') AS INTEGER), label;

-- committee.contributors
SELECT max(counterparty) AS name, sum(amount_cents) / 100.0 AS amount, count(*) AS n, max(entity_cd) AS entity_cd,
  min(tx_date) AS first_date, max(tx_date) AS last_date
FROM transactions
WHERE filer_key = :committee AND is_current = 1 AND added_to = 'contributions' AND counterparty IS NOT NULL
GROUP BY lower(trim(counterparty)) ORDER BY sum(amount_cents) DESC LIMIT 50;

-- committee.payees
SELECT max(counterparty) AS name, sum(amount_cents) / 100.0 AS amount, count(*) AS n, min(tx_date) AS first_date,
  max(tx_date) AS last_date
FROM transactions
WHERE filer_key = :committee AND is_current = 1 AND added_to = 'expenditures' AND counterparty IS NOT NULL
GROUP BY lower(trim(counterparty)) ORDER BY sum(amount_cents) DESC LIMIT 50;

-- committee.purposes
SELECT label, sum(cents) / 100.0 AS amount, sum(n) AS n
FROM spending_by_code WHERE filer_key = :committee GROUP BY label ORDER BY amount DESC;

-- committee.independent
SELECT target, CASE sup_opp WHEN 'S' THEN 'for' WHEN 'O' THEN 'against' ELSE 'not stated' END AS side, year, amount, n,
  first_date, last_date
FROM independent_spending WHERE filer_key = :committee ORDER BY cents DESC LIMIT 200;

-- committee.about
SELECT c.name AS candidate, t.contributions, t.expenditures, t.supporting, t.opposing
FROM candidates c JOIN candidate_totals t ON t.candidate_id = c.candidate_id
WHERE c.fppc_id = (SELECT fppc_id FROM filers WHERE filer_key = :committee);

-- committee.differences
SELECT filing_key, period_start, period_end, schedule, summary, itemized, diff, explanation
FROM unreconciled WHERE filer_key = :committee ORDER BY period_end DESC LIMIT 200;

-- committee.filings
SELECT g.form || CASE WHEN g.report_num > 0 THEN ', amendment ' || g.report_num ELSE '' END AS report, g.filing_key,
  g.filed_on, g.period_start, g.period_end,
  CASE WHEN g.superseded_by IS NOT NULL THEN 'replaced' WHEN g.contained_in IS NOT NULL THEN 'part of a longer report'
    WHEN g.is_current = 1 THEN 'counts' ELSE 'replaced' END AS state,
  (SELECT count(*) FROM transactions t WHERE t.filing_key = g.filing_key) AS n, g.pdf_url
FROM filings g WHERE g.filer_key = :committee ORDER BY g.period_end DESC, g.filed_on DESC, g.report_num DESC LIMIT 1000;

-- contributor.subject
SELECT t.counterparty AS key, t.counterparty AS title, t.entity_cd, t.city, t.state
FROM transactions t WHERE t.counterparty = :contributor AND t.is_current = 1
ORDER BY t.tx_date DESC LIMIT 1;

-- contributor.index
SELECT name, sum(cents) / 100.0 AS amount, sum(n) AS n, count(*) AS years
FROM top_contributors WHERE scope = 'all' GROUP BY name ORDER BY sum(cents) DESC LIMIT 500;

-- contributor.totals
SELECT sum(amount_cents) FILTER (WHERE added_to = 'contributions') / 100.0 AS given,
  count(*) FILTER (WHERE added_to = 'contributions') AS contributions,
  count(DISTINCT filer_key) FILTER (WHERE added_to = 'contributions') AS committees,
  sum(amount_cents) FILTER (WHERE added_to = 'expenditures') / 100.0 AS paid_to,
  min(tx_date) AS first_date, max(tx_date) AS last_date
FROM transactions WHERE counterparty = :contributor AND is_current = 1;

-- contributor.years
SELECT CAST(substr(tx_date, 1, 4) AS INTEGER) AS year, sum(amount_cents) / 100.0 AS amount, count(*) AS n
FROM transactions
WHERE counterparty = :contributor AND is_current = 1 AND added_to = 'contributions' AND tx_date IS NOT NULL
GROUP BY year ORDER BY year;

-- contributor.committees
SELECT c.name AS committee, t.filer_key, sum(t.amount_cents) / 100.0 AS amount, count(*) AS n,
  min(t.tx_date) AS first_date, max(t.tx_date) AS last_date
FROM transactions t JOIN filers c ON c.filer_key = t.filer_key
WHERE t.counterparty = :contributor AND t.is_current = 1 AND t.added_to = 'contributions'
GROUP BY t.filer_key ORDER BY sum(t.amount_cents) DESC LIMIT 200;

-- contributor.work
SELECT employer, occupation, city, state, sum(amount_cents) / 100.0 AS amount, count(*) AS n
FROM transactions WHERE counterparty = :contributor AND is_current = 1 AND added_to = 'contributions'
GROUP BY employer, occupation, city, state ORDER BY n DESC LIMIT 50;

-- contributor.rows
SELECT t.tx_date, c.name AS committee, t.filer_key, t.kind, t.form_type, t.amount, t.not_counted_reason, t.description,
  t.filing_key, t.tx_key, g.form AS filing, g.pdf_url
FROM transactions t JOIN filers c ON c.filer_key = t.filer_key JOIN filings g ON g.filing_key = t.filing_key
WHERE t.counterparty = :contributor AND t.is_current = 1 ORDER BY t.tx_date DESC LIMIT 500;

-- contributor.alike
SELECT DISTINCT t.counterparty AS name
FROM transactions_fts s JOIN transactions t ON t.rowid = s.rowid
WHERE transactions_fts MATCH 'counterparty : ("' || replace(:contributor, '"', '""') || '")'
  AND t.counterparty <> :contributor AND t.is_current = 1
LIMIT 25;

-- year.subject
SELECT year AS key, CAST(year AS TEXT) AS title, count(*) AS committees
FROM committee_totals WHERE year = CAST(:year AS INTEGER) AND year > 0 GROUP BY year;

-- year.index
SELECT year, count(*) AS committees, sum(contributions_cents) / 100.0 AS contributions,
  sum(expenditures_cents) / 100.0 AS expenditures
FROM committee_totals WHERE year > 0 GROUP BY year ORDER BY year;

-- year.totals
SELECT sum(contributions_cents) / 100.0 AS contributions, sum(expenditures_cents) / 100.0 AS expenditures,
  sum(itemized_cents) / 100.0 AS itemized, sum(unitemized_cents) / 100.0 AS unitemized, sum(loans_cents) / 100.0 AS loans,
  (SELECT sum(cents) / 100.0 FROM independent_spending i WHERE i.year = CAST(:year AS INTEGER)) AS independent
FROM committee_totals WHERE year = CAST(:year AS INTEGER);

-- year.months
SELECT substr(tx_date, 1, 7) AS month, sum(amount_cents) FILTER (WHERE added_to = 'contributions') / 100.0 AS raised,
  sum(amount_cents) FILTER (WHERE added_to = 'expenditures') / 100.0 AS paid,
  sum(amount_cents) FILTER (WHERE added_to = 'independent_spending') / 100.0 AS independent
FROM transactions
WHERE added_to IN ('contributions', 'expenditures', 'independent_spending')
  AND tx_date BETWEEN :year || '-01-01' AND :year || '-12-31'
GROUP BY month ORDER BY month;

-- year.committees
SELECT c.name AS committee, t.filer_key, t.contributions, t.expenditures, t.itemized, t.unitemized, t.cash_end,
  t.n_contributors
FROM committee_totals t JOIN filers c ON c.filer_key = t.filer_key
WHERE t.year = CAST(:year AS INTEGER) ORDER BY t.contributions_cents DESC, c.name LIMIT 500;

-- year.types
SELECT b.label, sum(b.cents) / 100.0 AS amount, sum(b.n) AS n
FROM committee_totals t JOIN committee_by_type b ON b.filer_key = t.filer_key AND b.year = t.year
WHERE t.year = CAST(:year AS INTEGER) GROUP BY b.label ORDER BY amount DESC;

-- year.origins
SELECT b.label, sum(b.cents) / 100.0 AS amount, sum(b.n) AS n
FROM committee_totals t JOIN committee_by_origin b ON b.filer_key = t.filer_key AND b.year = t.year
WHERE t.year = CAST(:year AS INTEGER) GROUP BY b.label ORDER BY amount DESC;

-- year.sizes
SELECT b.label, sum(b.cents) / 100.0 AS amount, sum(b.n) AS n
FROM committee_totals t JOIN committee_by_size b ON b.filer_key = t.filer_key AND b.year = t.year
WHERE t.year = CAST(:year AS INTEGER) GROUP BY b.label
ORDER BY b.label = 'Unitemized', CAST(replace(b.label, ',', '') AS INTEGER), b.label;

-- year.contributors
SELECT rank, name, amount, n FROM top_contributors
WHERE scope = 'all' AND year = CAST(:year AS INTEGER) ORDER BY rank LIMIT 50;

-- year.payees
SELECT rank, name, amount, n FROM top_payees
WHERE scope = 'all' AND year = CAST(:year AS INTEGER) ORDER BY rank LIMIT 50;

-- year.independent
SELECT target, sum(cents) FILTER (WHERE sup_opp = 'S') / 100.0 AS supporting,
  sum(cents) FILTER (WHERE sup_opp = 'O') / 100.0 AS opposing,
  sum(cents) FILTER (WHERE sup_opp NOT IN ('S', 'O')) / 100.0 AS unstated, sum(n) AS n,
  count(DISTINCT filer_key) AS spenders
FROM independent_spending WHERE year = CAST(:year AS INTEGER)
GROUP BY lower(trim(target)) ORDER BY sum(cents) DESC LIMIT 200;

-- year.spenders
SELECT c.name AS spender, i.filer_key, i.target,
  CASE i.sup_opp WHEN 'S' THEN 'for' WHEN 'O' THEN 'against' ELSE 'not stated' END AS side, i.amount, i.n
FROM independent_spending i JOIN filers c ON c.filer_key = i.filer_key
WHERE i.year = CAST(:year AS INTEGER) ORDER BY i.cents DESC LIMIT 200;

-- year.elections
SELECT election_date, count(*) AS filings, count(DISTINCT filer_key) AS committees
FROM filings WHERE is_current = 1 AND election_date BETWEEN :year || '-01-01' AND :year || '-12-31'
GROUP BY election_date ORDER BY election_date;

-- year.filings
SELECT g.form || CASE WHEN g.report_num > 0 THEN ', amendment ' || g.report_num ELSE '' END AS report, g.filing_key,
  c.name AS committee, g.filer_key, g.filed_on, g.period_start, g.period_end,
  CASE WHEN g.is_current = 1 THEN 'counts' ELSE 'replaced' END AS state, g.pdf_url
FROM filings g JOIN filers c ON c.filer_key = g.filer_key
WHERE g.filed_on BETWEEN :year || '-01-01' AND :year || '-12-31' ORDER BY g.filed_on DESC LIMIT 1000;

-- election.subject
SELECT f.election_date AS key, ifnull((SELECT min(name) FROM elections e WHERE e.election_date = f.election_date) || ', ',
    'Election of ') || f.election_date AS title, count(*) AS filings, count(DISTINCT f.filer_key) AS committees,
  (SELECT count(*) FROM candidates JOIN elections e USING (election_id) WHERE e.election_date = f.election_date)
    AS candidates,
  (SELECT count(*) FROM measures JOIN elections e USING (election_id) WHERE e.election_date = f.election_date) AS measures
FROM filings f WHERE f.is_current = 1 AND f.election_date = :election GROUP BY f.election_date
UNION ALL
SELECT e.election_date, min(e.name) || ', ' || e.election_date, 0, 0,
  (SELECT count(*) FROM candidates JOIN elections o USING (election_id) WHERE o.election_date = e.election_date),
  (SELECT count(*) FROM measures JOIN elections o USING (election_id) WHERE o.election_date = e.election_date)
FROM elections e WHERE e.election_date = :election
  AND NOT EXISTS (SELECT 1 FROM filings f WHERE f.is_current = 1 AND f.election_date = e.election_date)
GROUP BY e.election_date;

-- election.index
SELECT d.election_date, (SELECT min(name) FROM elections e WHERE e.election_date = d.election_date) AS name,
  (SELECT count(*) FROM filings f WHERE f.is_current = 1 AND f.election_date = d.election_date) AS filings,
  (SELECT count(DISTINCT filer_key) FROM filings f WHERE f.is_current = 1 AND f.election_date = d.election_date)
    AS committees,
  (SELECT sum(cents) / 100.0 FROM independent_spending_by_election i WHERE i.election_date = d.election_date)
    AS independent
FROM (SELECT election_date FROM filings WHERE is_current = 1 AND election_date IS NOT NULL
  UNION SELECT election_date FROM elections WHERE election_date IS NOT NULL) d
ORDER BY d.election_date DESC;

-- election.totals
SELECT sum(t.amount_cents) FILTER (WHERE t.added_to = 'contributions') / 100.0 AS raised,
  sum(t.amount_cents) FILTER (WHERE t.added_to = 'expenditures') / 100.0 AS paid,
  (SELECT sum(cents) / 100.0 FROM independent_spending_by_election WHERE election_date = :election) AS independent,
  count(*) + (SELECT ifnull(sum(n), 0) FROM independent_spending_by_election WHERE election_date = :election) AS n
FROM filings f JOIN transactions t ON t.filing_key = f.filing_key
WHERE f.is_current = 1 AND f.election_date = :election AND t.added_to IN ('contributions', 'expenditures');

-- election.independent
SELECT min(target) AS target, target_kind AS kind, sum(cents) FILTER (WHERE sup_opp = 'S') / 100.0 AS supporting,
  sum(cents) FILTER (WHERE sup_opp = 'O') / 100.0 AS opposing,
  sum(cents) FILTER (WHERE sup_opp NOT IN ('S', 'O')) / 100.0 AS unstated, sum(n) AS n,
  count(DISTINCT filer_key) AS spenders
FROM independent_spending_by_election WHERE election_date = :election
GROUP BY target_kind, lower(trim(target)) ORDER BY sum(cents) DESC LIMIT 200;

-- election.candidates
SELECT c.candidate_id, c.name AS candidate, c.office, CASE c.is_winner WHEN 1 THEN 'won' END AS outcome,
  t.contributions, t.expenditures, t.supporting, t.opposing
FROM candidates c JOIN elections e USING (election_id) LEFT JOIN candidate_totals t USING (candidate_id)
WHERE e.election_date = :election ORDER BY c.office, t.contributions_cents DESC, c.name;

-- election.measures
SELECT m.measure_id, ifnull('Measure ' || m.measure_num || ': ', '') || m.title AS measure,
  CASE t.sup_opp WHEN 'S' THEN 'for' WHEN 'O' THEN 'against' END AS side, t.contributions, t.spending
FROM measures m JOIN elections e USING (election_id) LEFT JOIN measure_totals t USING (measure_id)
WHERE e.election_date = :election ORDER BY m.measure_num, m.title, t.sup_opp DESC;

-- election.committees
SELECT c.name AS committee, f.filer_key,
  sum(t.amount_cents) FILTER (WHERE t.added_to = 'contributions') / 100.0 AS raised,
  sum(t.amount_cents) FILTER (WHERE t.added_to = 'expenditures') / 100.0 AS paid,
  (SELECT sum(i.cents) / 100.0 FROM independent_spending_by_election i
    WHERE i.election_date = :election AND i.filer_key = f.filer_key) AS independent,
  count(DISTINCT f.filing_key) AS filings
FROM filings f JOIN filers c ON c.filer_key = f.filer_key LEFT JOIN transactions t ON t.filing_key = f.filing_key
WHERE f.is_current = 1 AND f.election_date = :election
GROUP BY f.filer_key ORDER BY raised DESC, independent DESC, c.name LIMIT 500;

-- election.weeks
SELECT date(tx_date, 'weekday 0', '-6 days') AS week,
  sum(cents) FILTER (WHERE added_to = 'contributions') / 100.0 AS raised,
  sum(cents) FILTER (WHERE added_to = 'expenditures') / 100.0 AS paid,
  sum(cents) FILTER (WHERE added_to = 'independent_spending') / 100.0 AS independent
FROM (
  SELECT t.tx_date, t.added_to, t.amount_cents AS cents FROM filings f JOIN transactions t ON t.filing_key = f.filing_key
  WHERE f.is_current = 1 AND f.election_date = :election AND t.added_to IN ('contributions', 'expenditures')
  UNION ALL
  SELECT tx_date, 'independent_spending', cents FROM independent_spending_by_election WHERE election_date = :election)
WHERE tx_date IS NOT NULL GROUP BY week ORDER BY week;

-- election.filings
SELECT g.form || CASE WHEN g.report_num > 0 THEN ', amendment ' || g.report_num ELSE '' END AS report, g.filing_key,
  c.name AS committee, g.filer_key, g.filed_on, g.period_start, g.period_end, g.pdf_url
FROM filings g JOIN filers c ON c.filer_key = g.filer_key
WHERE g.is_current = 1 AND g.election_date = :election ORDER BY g.filed_on DESC LIMIT 1000;
