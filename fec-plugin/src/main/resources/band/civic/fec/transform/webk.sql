INSERT INTO committee_summaries SELECT cmte_id, {cycle}, day, amount_cents, {cents:indv_contrib},
  {cents:other_pol_cmte_contrib}, {cents:trans_from_aff}, {cents:tranf_to_aff}, {cents:indv_refunds},
  {cents:contrib_to_other_cmte}, {cents:ind_exp}, {cents:pty_coord_exp}, {cents:ttl_disb}, {cents:coh_cop},
  {cents:debts_owed_by}, first_run, source_line
FROM k.webk WHERE cmte_id IN (SELECT committee_id FROM committees WHERE cycle = {cycle}) OR {nation} ORDER BY cmte_id;
