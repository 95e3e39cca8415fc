package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: an element of Campaign API v101 is told apart by its guid, and its filing by the list of filings.
class F13_CampaignApiTest {
  private static final String ELEMENTS = """
      {"results":[{"elementNid":"02376c2c-baeb-4851-a0a8-e0a6ee214de6","filingNid":"aa3a9547-7c09-4e6e-9e17-6c22bbfca33e",\
      "filerNid":"190792446","calTransactionType":"F460A","calculatedAmount":500.0,"calculatedDate":"2020-08-23",\
      "isItemized":true,"transaction":{"calTransactionType":"F460A","formType":"A","recType":"RCPT","tranId":"IDT647",\
      "entityCd":"IND","tranNamF":"Ada","tranNamL":"Sample","tranCity":"Alameda","tranST":"CA","tranZip4":"94501",\
      "tranAmt1":500.0,"tranAmt2":700.0,"tranDate":"2020-08-23","tranEmp":"Example Works","tranOcc":"Maker",\
      "intrNamL":"ActExample","memoCode":false,"tranSelf":false}},
      {"elementNid":"12376c2c-baeb-4851-a0a8-e0a6ee214de6","filingNid":"aa3a9547-7c09-4e6e-9e17-6c22bbfca33e",\
      "filerNid":"190792446","calTransactionType":"F460ALine2","calculatedAmount":146.0,"calculatedDate":"2020-06-28",\
      "isItemized":false,"transaction":{"calTransactionType":"F460ALine2","formType":"A"}}],\
      "totalCount":2,"limit":1000,"offset":0,"pageNumber":1,"hasNextPage":false,"hasPreviousPage":false}""";

  @TempDir
  Path directory;

  @Test
  void elements_become_transactions_and_unitemised_sums_summary_lines() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CAMPAIGN_TRANSACTIONS, "transactions.json", ELEMENTS)
        .file(RawKind.CAMPAIGN_FILINGS, "filings.json", """
            {"results":[{"filingNid":"aa3a9547-7c09-4e6e-9e17-6c22bbfca33e","originalFilingId":"200991525",\
            "specificationRef":{"org":"CAL","name":"FPPC460","version":"2.0"},"filingMeta":{"formId":"f2a7917d",\
            "issuedFilingId":"201194799","legalFilingDate":"2020-10-11","startDate":"2020-07-01","endDate":"2020-12-31",\
            "amendmentSequence":1},"filerMeta":{"filerId":"190792446","commonName":"Friends of Nobody",\
            "strings":{"Registration_CA SOS":"1999999"}}}],"totalCount":1,"limit":1000,"offset":0,"pageNumber":1,\
            "hasNextPage":false,"hasPreviousPage":false}""")
        .run()) {
      assertThat(
          silver.rows("SELECT tx_key, form_type, tx_date, amount_cents, cumulative_cents, counterparty, employer, "
              + "intermediary, zip5, origin FROM transactions"))
          .isEqualTo("02376c2cbaeb4851a0a8e0a6ee214de6 | A | 2020-08-23 "
              + "| 50000 | 70000 | Ada Sample | Example Works | ActExample | 94501 | within\n");
      assertThat(silver.rows("SELECT filer_key, filing_id, form, report_num, filed_on, period_start, period_end "
          + "FROM filings")).isEqualTo("1999999 | 201194799 | F460 | 1 | 2020-10-11 | 2020-07-01 | 2020-12-31\n");
      assertThat(silver.rows("SELECT form_type, line_item, amount_a_cents FROM summary_lines"))
          .isEqualTo("A | 2 | 14600\n");
    }
  }

  @Test
  void without_a_list_the_filers_number_is_its_key() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CAMPAIGN_TRANSACTIONS, "transactions.json", ELEMENTS)
        .run()) {
      assertThat(silver.rows("SELECT filer_key FROM filers")).isEqualTo("1:190792446\n");
      assertThat(silver.counted()).isEqualTo(500_00);
    }
  }
}
