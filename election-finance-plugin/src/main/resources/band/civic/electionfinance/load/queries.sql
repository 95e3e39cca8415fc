-- search: Search names, employers, occupations and purposes in current rows
SELECT t.tx_date, t.amount, t.counterparty, t.employer, t.occupation, t.description, t.form_type,
  c.name AS committee, t.counts_in_totals, t.not_counted_reason, t.tx_key
FROM transactions_fts s JOIN transactions t ON t.rowid = s.rowid JOIN filers c USING (filer_key)
WHERE transactions_fts MATCH '"' || replace(:text, '"', '""') || '"' AND t.is_current = 1
ORDER BY s.rank LIMIT 200;

-- committee_years: A committee's totals, year by year
SELECT c.name AS committee, t.year, t.contributions, t.itemized, t.unitemized, t.loans, t.expenditures, t.cash_end,
  t.debts, t.late_contributions, t.n_contributors
FROM filers_fts s JOIN filers c ON c.rowid = s.rowid JOIN committee_totals t USING (filer_key)
WHERE filers_fts MATCH '"' || replace(:committee, '"', '""') || '"'
ORDER BY c.name, t.year;

-- contributions_between: Contributions of at least so many dollars between two days
SELECT t.tx_date, t.amount, t.contributor, t.employer, t.occupation, t.city, t.committee, t.tx_key
FROM contributions t
WHERE t.tx_date BETWEEN :from AND :until
  AND t.amount_cents >= CAST(ifnull(nullif(:dollars, ''), 0) AS INTEGER) * 100
ORDER BY t.amount_cents DESC LIMIT 500;

-- top_contributors_of_year: Who gave most to all committees in a year
SELECT t.rank, t.name, t.amount, t.n AS contributions
FROM top_contributors t
WHERE t.scope = 'all' AND t.year = CAST(:year AS INTEGER)
ORDER BY t.rank;

-- contributor_history: What someone gave or was paid, by and to whom (exact name)
SELECT t.tx_date, t.amount, t.kind, c.name AS committee, t.employer, t.occupation, t.city, t.form_type,
  t.counts_in_totals, t.not_counted_reason, t.tx_key
FROM transactions t JOIN filers c USING (filer_key)
WHERE t.counterparty = :name AND t.is_current = 1
ORDER BY t.tx_date DESC LIMIT 500;

-- employer: What people of an employer gave, per committee (exact employer)
SELECT c.name AS committee, count(*) AS contributions, count(DISTINCT lower(t.counterparty)) AS people,
  sum(t.amount_cents) / 100.0 AS amount
FROM transactions t JOIN filers c USING (filer_key)
WHERE t.employer = :employer AND t.added_to = 'contributions'
GROUP BY t.filer_key
ORDER BY amount DESC LIMIT 200;

-- independent_spending_on: Independent spending on a candidate or measure, all elections
SELECT i.target, i.sup_opp, c.name AS spender, i.year, i.amount, i.n AS items, i.first_date, i.last_date
FROM independent_spending i JOIN filers c USING (filer_key)
WHERE lower(trim(i.target)) = lower(trim(:target))
ORDER BY i.cents DESC;

-- what_an_amendment_changed: Items of a filing that its successor does not have, and the reverse
SELECT CASE t.filing_key WHEN :filing_key THEN 'this version' ELSE 'its successor' END AS only_in, t.form_type,
  t.tran_id, t.tx_date, t.amount, t.counterparty, t.description, t.tx_key
FROM transactions t
WHERE EXISTS (SELECT 1 FROM filings WHERE filing_key = :filing_key AND superseded_by IS NOT NULL)
  AND t.filing_key IN (:filing_key, (SELECT superseded_by FROM filings WHERE filing_key = :filing_key))
  AND NOT EXISTS (SELECT 1 FROM transactions o
    WHERE o.filing_key IN (:filing_key, (SELECT superseded_by FROM filings WHERE filing_key = :filing_key))
      AND o.filing_key <> t.filing_key AND o.form_type = t.form_type AND o.tran_id IS t.tran_id
      AND o.tx_date IS t.tx_date AND o.amount_cents IS t.amount_cents AND o.counterparty IS t.counterparty)
ORDER BY t.form_type, t.tran_id, only_in LIMIT 1000;

-- unexplained: Filings whose items do not add up to their summary
SELECT c.name AS committee, f.period_start, f.period_end, r.schedule, r.summary_cents / 100.0 AS summary,
  r.itemized_cents / 100.0 AS itemized, r.diff, r.explanation, r.filing_key
FROM reconciliation r JOIN filings f USING (filing_key) JOIN filers c USING (filer_key)
WHERE r.diff_cents <> 0 AND f.is_current = 1
ORDER BY abs(r.diff_cents) DESC LIMIT 500;
