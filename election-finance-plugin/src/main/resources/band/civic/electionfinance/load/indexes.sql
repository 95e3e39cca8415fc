-- After the rows. What starts with added_to serves the views of what is added up.

CREATE INDEX idx_transactions_filer ON transactions (filer_key, is_current, tx_date);
CREATE INDEX idx_transactions_kind ON transactions (kind, is_current, tx_date);
CREATE INDEX idx_transactions_form ON transactions (form_type, is_current, report_date);
CREATE INDEX idx_transactions_report_date ON transactions (report_date);
CREATE INDEX idx_transactions_counterparty ON transactions (counterparty);
CREATE INDEX idx_transactions_employer ON transactions (employer);
CREATE INDEX idx_transactions_zip5 ON transactions (zip5);
CREATE INDEX idx_transactions_amount ON transactions (amount_cents);
CREATE INDEX idx_transactions_entity ON transactions (entity_cd);
CREATE INDEX idx_transactions_expn ON transactions (expn_code);
CREATE INDEX idx_transactions_candidate ON transactions (candidate, sup_opp);
CREATE INDEX idx_transactions_filing ON transactions (filing_key);
CREATE INDEX idx_transactions_tran_id ON transactions (tran_id);
CREATE INDEX idx_transactions_reason ON transactions (not_counted_reason);
CREATE INDEX idx_transactions_duplicate ON transactions (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE INDEX idx_added_date ON transactions (added_to, tx_date) WHERE added_to IS NOT NULL;
CREATE INDEX idx_added_amount ON transactions (added_to, amount_cents) WHERE added_to IS NOT NULL;
CREATE INDEX idx_added_entity ON transactions (added_to, entity_cd) WHERE added_to IS NOT NULL;
CREATE INDEX idx_added_origin ON transactions (added_to, origin) WHERE added_to IS NOT NULL;
CREATE INDEX idx_added_size ON transactions (added_to, size_band) WHERE added_to IS NOT NULL;
CREATE INDEX idx_added_code ON transactions (added_to, expn_code) WHERE added_to IS NOT NULL;
CREATE INDEX idx_added_sup_opp ON transactions (added_to, sup_opp) WHERE added_to IS NOT NULL;

CREATE INDEX idx_filings_period ON filings (filer_key, period_start, period_end, report_num);
CREATE INDEX idx_filings_id ON filings (filing_id);
CREATE INDEX idx_filings_form ON filings (form, is_current);
CREATE INDEX idx_filings_filed_on ON filings (filed_on);
CREATE INDEX idx_filings_current ON filings (is_current, filed_on);
CREATE INDEX idx_filings_superseded_by ON filings (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX idx_filings_contained_in ON filings (contained_in) WHERE contained_in IS NOT NULL;
CREATE INDEX idx_filers_name ON filers (name);
CREATE INDEX idx_filers_fppc_id ON filers (fppc_id);
CREATE INDEX idx_filers_local_id ON filers (filer_local_id);
CREATE INDEX idx_filers_type ON filers (committee_type);
CREATE INDEX idx_filer_names_name ON filer_names (name);
CREATE INDEX idx_summary_lines_form ON summary_lines (form_type, line_item);

CREATE INDEX idx_committee_totals_year ON committee_totals (year, contributions_cents);
CREATE INDEX idx_committee_by_type_label ON committee_by_type (label, year);
CREATE INDEX idx_committee_by_origin_label ON committee_by_origin (label, year);
CREATE INDEX idx_committee_by_size_label ON committee_by_size (label, year);
CREATE INDEX idx_spending_by_code_label ON spending_by_code (label, year);
CREATE INDEX idx_top_contributors_year ON top_contributors (scope, year, rank);
CREATE INDEX idx_top_payees_year ON top_payees (scope, year, rank);
CREATE INDEX idx_independent_spending_target ON independent_spending (target, sup_opp);
CREATE INDEX idx_independent_spending_name ON independent_spending (lower(trim(target)));
CREATE INDEX idx_independent_spending_year ON independent_spending (year);
CREATE INDEX idx_independent_by_target ON independent_spending_by_target (target, sup_opp);
CREATE INDEX idx_independent_by_kind ON independent_spending_by_target (target_kind, sup_opp);
CREATE INDEX idx_independent_by_election ON independent_spending_by_election (election_date, filer_key);
CREATE INDEX idx_reconciliation_schedule ON reconciliation (schedule);
CREATE INDEX idx_reconciliation_diff ON reconciliation (filing_key) WHERE diff_cents <> 0;
CREATE INDEX idx_data_issues_code ON data_issues (code, severity);
CREATE INDEX idx_data_issues_filing ON data_issues (filing_key);
CREATE INDEX idx_data_issues_tx ON data_issues (tx_key);
