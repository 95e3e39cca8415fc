INSERT INTO candidates SELECT cand_id, {cycle}, nullif(trim(cand_name), ''), cand_pty_affiliation, cand_office,
  cand_office_st, cand_office_district, CAST(cand_election_yr AS INTEGER), cand_ici, cand_status, cand_pcc, first_run,
  source_line FROM k.cn WHERE {candidate} ORDER BY cand_id;
