-- weball, and webl for a candidate that only it has.
INSERT OR IGNORE INTO candidate_summaries SELECT cand_id, {cycle}, day,
  amount_cents - CASE WHEN {cents:trans_from_auth} > 0 AND {cents:trans_to_auth} > 0 THEN {cents:trans_from_auth} ELSE 0 END, {cents:ttl_indiv_contrib},
  {cents:other_pol_cmte_contrib}, {cents:pol_pty_contrib},
  {cents:ttl_disb} - CASE WHEN {cents:trans_from_auth} > 0 AND {cents:trans_to_auth} > 0 THEN {cents:trans_to_auth} ELSE 0 END, {cents:coh_cop},
  {cents:debts_owed_by}, first_run, source_line
FROM k.{kind} WHERE cand_id IN (SELECT candidate_id FROM candidates WHERE cycle = {cycle}) OR {nation} ORDER BY cand_id;
