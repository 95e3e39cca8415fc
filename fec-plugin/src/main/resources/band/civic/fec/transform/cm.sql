INSERT INTO committees SELECT cmte_id, {cycle}, nullif(trim(cmte_nm), ''), cmte_tp, cmte_dsgn, cmte_pty_affiliation,
  cmte_filing_freq, org_tp, connected_org_nm, tres_nm, cmte_city, cmte_st, cand_id, first_run, source_line
FROM k.cm WHERE {committee} ORDER BY cmte_id;

INSERT INTO committee_candidates SELECT cmte_id, cand_id, {cycle}, cmte_dsgn, 'cm' FROM k.cm
WHERE cand_id IS NOT NULL AND {committee} ORDER BY cmte_id;
