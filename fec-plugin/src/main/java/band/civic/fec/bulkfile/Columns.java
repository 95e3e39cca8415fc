package band.civic.fec.bulkfile;

/// The fields of each kind of line, in their order (FEC, file descriptions; trailing names in the order of the header
/// files).
final class Columns {
  static final String ITEMS = "cmte_id amndt_ind rpt_tp transaction_pgi image_num transaction_tp entity_tp name city "
      + "state zip_code employer occupation transaction_dt transaction_amt other_id tran_id file_num memo_cd memo_text "
      + "sub_id";
  static final String EXPENDITURES = "cmte_id amndt_ind rpt_yr rpt_tp image_num line_num form_tp_cd sched_tp_cd name "
      + "city state zip_code transaction_dt transaction_amt transaction_pgi purpose category category_desc memo_cd "
      + "memo_text entity_tp sub_id file_num tran_id back_ref_tran_id";
  static final String COMMITTEES = "cmte_id cmte_nm tres_nm cmte_st1 cmte_st2 cmte_city cmte_st cmte_zip cmte_dsgn "
      + "cmte_tp cmte_pty_affiliation cmte_filing_freq org_tp connected_org_nm cand_id";
  static final String CANDIDATES = "cand_id cand_name cand_pty_affiliation cand_election_yr cand_office_st cand_office "
      + "cand_office_district cand_ici cand_status cand_pcc cand_st1 cand_st2 cand_city cand_st cand_zip";
  static final String LINKAGES = "cand_id cand_election_yr fec_election_yr cmte_id cmte_tp cmte_dsgn linkage_id";
  static final String COMMITTEE_SUMMARIES = "cmte_id cmte_nm cmte_tp cmte_dsgn cmte_filing_freq ttl_receipts "
      + "trans_from_aff indv_contrib other_pol_cmte_contrib cand_contrib cand_loans ttl_loans_received ttl_disb "
      + "tranf_to_aff indv_refunds other_pol_cmte_refunds cand_loan_repay loan_repay coh_bop coh_cop debts_owed_by "
      + "nonfed_trans_received contrib_to_other_cmte ind_exp pty_coord_exp nonfed_share_exp cvg_end_dt";
  static final String CANDIDATE_SUMMARIES = "cand_id cand_name cand_ici pty_cd cand_pty_affiliation ttl_receipts "
      + "trans_from_auth ttl_disb trans_to_auth coh_bop coh_cop cand_contrib cand_loans other_loans cand_loan_repay "
      + "other_loan_repay debts_owed_by ttl_indiv_contrib cand_office_st cand_office_district spec_election "
      + "prim_election run_election gen_election gen_election_precent other_pol_cmte_contrib pol_pty_contrib cvg_end_dt "
      + "indiv_refunds cmte_refunds";
  static final String INDEPENDENT = "cand_id cand_name spe_id spe_nam ele_type can_office_state can_office_dis "
      + "can_office cand_pty_aff exp_amo exp_date agg_amo sup_opp pur pay file_num amndt_ind tran_id image_num "
      + "receipt_dat fec_election_yr prev_file_num dissem_dt";

  private Columns() {}
}
