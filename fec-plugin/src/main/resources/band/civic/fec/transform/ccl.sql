INSERT OR IGNORE INTO committee_candidates SELECT cmte_id, cand_id, {cycle}, cmte_dsgn, 'ccl' FROM k.ccl
WHERE cmte_id IS NOT NULL AND substr(cand_id, 1, 1) IN ('H', 'S', 'P')
  AND cmte_id IN (SELECT committee_id FROM committees WHERE cycle = {cycle}) ORDER BY cmte_id, cand_id;
