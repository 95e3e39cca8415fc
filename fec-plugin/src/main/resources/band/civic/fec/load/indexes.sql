CREATE INDEX contributions_committee ON contributions (committee_id, cycle);
CREATE INDEX contributions_name ON contributions (contributor_name);
CREATE INDEX contributions_on ON contributions (contributed_on);
CREATE INDEX contributions_zip ON contributions (zip5);
CREATE INDEX committee_transactions_committee ON committee_transactions (committee_id, cycle);
CREATE INDEX committee_transactions_candidate ON committee_transactions (candidate_id);
CREATE INDEX committee_transactions_other ON committee_transactions (other_id);
CREATE INDEX operating_expenditures_committee ON operating_expenditures (committee_id, cycle);
CREATE INDEX committees_name ON committees (name);
CREATE INDEX candidates_name ON candidates (name);
CREATE INDEX committee_candidates_candidate ON committee_candidates (candidate_id, cycle);
CREATE VIEW contribution_sources AS SELECT c.sub_id, c.committee_id, c.contributor_name, c.amount_cents, c.cents_from,
  s.file, s.modified_at AS file_of, c.source_line AS line, c.api_page_id FROM contributions c
  LEFT JOIN sources s USING (source_id);
CREATE VIEW independent_expenditures AS SELECT t.sub_id, t.cycle, t.committee_id, m.name AS committee, t.candidate_id,
  c.name AS candidate, t.counts_as, t.name AS payee, t.transaction_on, t.amount_cents
FROM committee_transactions t LEFT JOIN committees m USING (committee_id, cycle)
  LEFT JOIN candidates c ON c.candidate_id = t.candidate_id AND c.cycle = t.cycle
WHERE t.counts_as IN ('support', 'oppose');
