-- Light views. Names are looked up by subqueries, not joins: a count or a facet that shows no name reads only an index.

CREATE VIEW contributions AS
SELECT t.tx_key, t.tx_date, t.amount, t.counterparty AS contributor, t.entity_cd, t.city, t.state, t.zip5, t.employer,
  t.occupation, t.origin, t.size_band, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.form_type, t.tran_type, t.intermediary, t.description, t.report_date, t.filing_key, t.tran_id,
  t.date_is_derived, t.amount_cents
FROM transactions t
WHERE t.added_to = 'contributions';

CREATE VIEW expenditures AS
SELECT t.tx_key, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code,
  (SELECT label FROM expn_codes WHERE code = t.expn_code) AS purpose, t.description, t.entity_cd, t.city, t.state,
  t.zip5, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key, t.form_type,
  t.candidate, t.measure_name, t.measure_num, t.sup_opp, t.report_date, t.filing_key, t.tran_id, t.date_is_derived,
  t.amount_cents
FROM transactions t
WHERE t.added_to = 'expenditures';

CREATE VIEW independent_expenditures AS
SELECT t.tx_key, t.tx_date, t.amount, t.candidate, t.office_cd, t.district, t.measure_name, t.measure_num, t.sup_opp,
  (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS spender, t.filer_key, t.counterparty AS payee,
  t.description, t.form_type, t.report_date, t.filing_key, t.tran_id, t.date_is_derived, t.amount_cents
FROM transactions t
WHERE t.added_to = 'independent_spending';

CREATE VIEW late_reports AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount,
  (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key, t.form_type, t.counterparty,
  t.entity_cd, t.employer, t.occupation, t.city, t.state, t.candidate, t.measure_name, t.measure_num, t.sup_opp,
  t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.amount_cents
FROM transactions t
WHERE t.is_current = 1 AND t.form_type IN ('F496', 'F496P3', 'F497P1', 'F497P2');

CREATE VIEW loans_view AS
SELECT t.tx_key, t.report_date, t.form_type, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counterparty AS lender, t.entity_cd, l.begin_cents / 100.0 AS balance_at_start,
  l.received_cents / 100.0 AS received, l.paid_cents / 100.0 AS paid, l.forgiven_cents / 100.0 AS forgiven,
  l.close_cents / 100.0 AS balance_at_close, l.original_cents / 100.0 AS original_amount, l.rate, l.incurred_on,
  l.due_on, t.not_counted_reason, t.filing_key
FROM loans l JOIN transactions t ON t.tx_key = l.tx_key
WHERE t.is_current = 1;

CREATE VIEW current_filings AS
SELECT g.filing_key, (SELECT name FROM filers c WHERE c.filer_key = g.filer_key) AS committee, g.filer_key, g.form,
  g.report_num, g.filed_on AS report_date, g.period_start, g.period_end, g.election_date, g.office_cd,
  g.late_report_id, g.contained_in, g.has_rows, g.pdf_url, g.filing_id
FROM filings g WHERE g.is_current = 1;

CREATE VIEW superseded_filings AS
SELECT g.filing_key, (SELECT name FROM filers c WHERE c.filer_key = g.filer_key) AS committee, g.filer_key, g.form,
  g.report_num, g.filed_on AS report_date, g.period_start, g.period_end, g.superseded_by,
  n.report_num AS current_report_num, n.filed_on AS current_report_date
FROM filings g LEFT JOIN filings n ON n.filing_key = g.superseded_by
WHERE g.is_current = 0;

CREATE VIEW unreconciled AS
SELECT r.filing_key, (SELECT name FROM filers c WHERE c.filer_key = g.filer_key) AS committee, g.filer_key,
  g.period_start, g.period_end, g.report_num, r.schedule, r.summary_cents / 100.0 AS summary,
  r.itemized_cents / 100.0 AS itemized, r.diff, r.explanation, r.diff_cents
FROM reconciliation r JOIN filings g ON g.filing_key = r.filing_key
WHERE r.diff_cents <> 0 AND g.is_current = 1;

-- The names under which corkboard knows the schedules: rows of current filings, with the reason when they do not count.

CREATE VIEW monetary_contributions AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS contributor, t.entity_cd, t.city, t.state,
  t.zip5, t.employer, t.occupation, t.cumulative_cents / 100.0 AS cumulative, t.tran_type, t.description,
  t.intermediary, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key,
  t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t
WHERE t.form_type = 'A' AND t.is_current = 1;

CREATE VIEW non_monetary_contributions AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS contributor, t.entity_cd, t.city, t.state,
  t.zip5, t.employer, t.occupation, t.cumulative_cents / 100.0 AS cumulative, t.tran_type, t.description,
  t.intermediary, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key,
  t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t
WHERE t.form_type = 'C' AND t.is_current = 1;

CREATE VIEW misc_cash_increases AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS contributor, t.entity_cd, t.city, t.state,
  t.zip5, t.employer, t.occupation, t.cumulative_cents / 100.0 AS cumulative, t.tran_type, t.description,
  t.intermediary, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key,
  t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t
WHERE t.form_type = 'I' AND t.is_current = 1;

CREATE VIEW ie_contributions AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS contributor, t.entity_cd, t.city, t.state,
  t.zip5, t.employer, t.occupation, t.cumulative_cents / 100.0 AS cumulative, t.tran_type, t.description,
  t.intermediary, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key,
  t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t
WHERE t.form_type = 'F496P3' AND t.is_current = 1;

CREATE VIEW ie_expenditures AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code, t.description, t.entity_cd,
  t.city, t.state, t.zip5, t.candidate, t.office_cd, t.measure_name, t.measure_num, t.sup_opp,
  t.cumulative_cents / 100.0 AS cumulative, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.back_ref
FROM transactions t
WHERE t.form_type = 'F465P3' AND t.is_current = 1;

CREATE VIEW major_donor_ie_statements AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code, t.description, t.entity_cd,
  t.city, t.state, t.zip5, t.candidate, t.office_cd, t.measure_name, t.measure_num, t.sup_opp,
  t.cumulative_cents / 100.0 AS cumulative, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.back_ref
FROM transactions t
WHERE t.form_type = 'F461P5' AND t.is_current = 1;

CREATE VIEW expenditure_summaries AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code, t.description, t.entity_cd,
  t.city, t.state, t.zip5, t.candidate, t.office_cd, t.measure_name, t.measure_num, t.sup_opp,
  t.cumulative_cents / 100.0 AS cumulative, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.back_ref
FROM transactions t
WHERE t.form_type = 'D' AND t.is_current = 1;

CREATE VIEW on_behalf_of_expenditures AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code, t.description, t.entity_cd,
  t.city, t.state, t.zip5, t.candidate, t.office_cd, t.measure_name, t.measure_num, t.sup_opp,
  t.cumulative_cents / 100.0 AS cumulative, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.back_ref
FROM transactions t
WHERE t.form_type = 'G' AND t.is_current = 1;

CREATE VIEW payments_made AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code, t.description, t.entity_cd,
  t.city, t.state, t.zip5, t.candidate, t.office_cd, t.measure_name, t.measure_num, t.sup_opp,
  t.cumulative_cents / 100.0 AS cumulative, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.back_ref
FROM transactions t
WHERE t.form_type = 'E' AND t.is_current = 1;

CREATE VIEW received_loans AS
SELECT t.tx_key, t.report_date, l.incurred_on, t.counterparty AS lender, t.entity_cd, t.city, t.state, t.zip5,
  t.amount, l.begin_cents / 100.0 AS balance_at_start, l.paid_cents / 100.0 AS paid,
  l.forgiven_cents / 100.0 AS forgiven, l.close_cents / 100.0 AS balance_at_close,
  l.original_cents / 100.0 AS original_amount, l.rate, l.due_on,
  (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key, t.counts_in_totals,
  t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t LEFT JOIN loans l ON l.tx_key = t.tx_key
WHERE t.form_type = 'B1' AND t.is_current = 1;

CREATE VIEW loan_guarantors AS
SELECT t.tx_key, t.report_date, l.incurred_on, t.counterparty AS guarantor, t.entity_cd, t.city, t.state, t.zip5,
  t.amount, l.begin_cents / 100.0 AS balance_at_start, l.paid_cents / 100.0 AS paid,
  l.forgiven_cents / 100.0 AS forgiven, l.close_cents / 100.0 AS balance_at_close,
  l.original_cents / 100.0 AS original_amount, l.rate, l.due_on,
  (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key, t.counts_in_totals,
  t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t LEFT JOIN loans l ON l.tx_key = t.tx_key
WHERE t.form_type = 'B2' AND t.is_current = 1;

CREATE VIEW loans_made AS
SELECT t.tx_key, t.report_date, l.incurred_on, t.counterparty AS borrower, t.entity_cd, t.city, t.state, t.zip5,
  t.amount, l.begin_cents / 100.0 AS balance_at_start, l.paid_cents / 100.0 AS paid,
  l.forgiven_cents / 100.0 AS forgiven, l.close_cents / 100.0 AS balance_at_close,
  l.original_cents / 100.0 AS original_amount, l.rate, l.due_on,
  (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key, t.counts_in_totals,
  t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t LEFT JOIN loans l ON l.tx_key = t.tx_key
WHERE t.form_type = 'H' AND t.is_current = 1;

CREATE VIEW summaries AS
SELECT g.filing_key, g.filed_on AS report_date, g.period_start, g.period_end,
  (SELECT name FROM filers c WHERE c.filer_key = g.filer_key) AS committee, g.filer_key, s.form_type, s.line_item,
  s.amount_a AS this_period, s.amount_b AS calendar_year, s.amount_c AS per_election
FROM summary_lines s JOIN filings g ON g.filing_key = s.filing_key
WHERE g.is_current = 1;

CREATE VIEW contribution_reports_24_hours AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.form_type, t.counterparty, t.entity_cd, t.city, t.state,
  t.zip5, t.employer, t.occupation, t.candidate, t.office_cd, t.measure_name, t.measure_num,
  (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee, t.filer_key, t.counts_in_totals,
  t.not_counted_reason, t.filing_key, t.tran_id
FROM transactions t
WHERE t.form_type IN ('F497P1', 'F497P2') AND t.is_current = 1;

CREATE VIEW ie_reports_24_hours AS
SELECT t.tx_key, t.report_date, t.tx_date, t.amount, t.counterparty AS payee, t.expn_code, t.description, t.entity_cd,
  t.city, t.state, t.zip5, t.candidate, t.office_cd, t.measure_name, t.measure_num, t.sup_opp,
  t.cumulative_cents / 100.0 AS cumulative, (SELECT name FROM filers c WHERE c.filer_key = t.filer_key) AS committee,
  t.filer_key, t.counts_in_totals, t.not_counted_reason, t.filing_key, t.tran_id, t.back_ref
FROM transactions t
WHERE t.form_type = 'F496' AND t.is_current = 1;
