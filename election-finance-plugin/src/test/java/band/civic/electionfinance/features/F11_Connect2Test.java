package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: the rows of Connect2 carry a filing's number and nothing of its amendments; those stand in its lists
/// (netfile 3.1, 3.5 item 2).
class F11_Connect2Test {
  private static final String FILINGS = """
      {"filings":[
       {"id":"200","agency":1,"isEfiled":true,"hasImage":true,"filingDate":"2018-07-31T09:00:00.0000000-07:00",\
      "title":"FPPC Form 460 (1/1/2018 - 6/30/2018)","form":30,"filerName":"Friends of Nobody","filerLocalId":"COA-1",\
      "filerStateId":"1999999","amendmentSequenceNumber":0,"amendedFilingId":null},
       {"id":"210","agency":1,"isEfiled":true,"hasImage":true,"filingDate":"2018-08-31T09:00:00.0000000-07:00",\
      "title":"FPPC Form 460 (1/1/2018 - 6/30/2018)","form":30,"filerName":"Friends of Nobody","filerLocalId":"COA-1",\
      "filerStateId":"1999999","amendmentSequenceNumber":1,"amendedFilingId":"200"},
       {"id":"300","agency":1,"isEfiled":false,"hasImage":true,"filingDate":"2018-07-31T09:00:00.0000000-07:00",\
      "title":"FPPC Form 460 (1/1/2018 - 6/30/2018)","form":30,"filerName":"Paper Committee","filerLocalId":"COA-2",\
      "filerStateId":"","amendmentSequenceNumber":0,"amendedFilingId":null}],\
      "totalMatchingCount":3,"totalMatchingPages":1,"responseStatus":null}""";

  @TempDir
  Path directory;

  @Test
  void the_highest_filing_of_filer_and_period_counts() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_TRANSACTIONS_JSON, "transactions.json",
        transactions(item(1, "99", "A", 100), item(2, "100", "A", 150))).run()) {
      assertThat(silver.rows("SELECT filing_id, amount_cents, coalesce(not_counted_reason, 'counts') "
          + "FROM transactions JOIN filings USING (filing_key) ORDER BY 1")).isEqualTo("""
          100 | 15000 | counts
          99 | 10000 | superseded
          """);
    }
  }

  @Test
  void lists_add_amendments_dates_and_the_paper_filings_that_have_no_rows() throws Exception {
    try (var silver = new SilverRun(directory)
        .file(RawKind.CONNECT2_TRANSACTIONS_JSON, "transactions.json", transactions(item(1, "200", "A", 100)))
        .file(RawKind.CONNECT2_FILINGS, "filings.json", FILINGS)
        .run()) {
      assertThat(silver.rows("""
          SELECT filing_id, form, report_num, filed_on, is_current, has_rows, pdf_url FROM filings ORDER BY 1"""))
          .isEqualTo("""
              200 | F460 | 0 | 2018-07-31 | 0 | 1 | https://netfile.example/Connect2/api/public/image/200
              210 | F460 | 1 | 2018-08-31 | 1 | 0 | https://netfile.example/Connect2/api/public/image/210
              300 | F460 | 0 | 2018-07-31 | 1 | 0 | https://netfile.example/Connect2/api/public/image/300
              """);
      assertThat(silver.rows("SELECT code, detail FROM data_issues")).isEqualTo(
          "amended_on_paper | by 1999999:F460:2018-01-01:2018-06-30:210\n");
      assertThat(silver.rows("SELECT filer_key, filer_local_id, name FROM filers")).isEqualTo("""
          1999999 | COA-1 | Friends of Nobody
          1:COA-2 | COA-2 | Paper Committee
          """);
    }
  }

  @Test
  void a_late_report_gives_way_to_the_one_that_amends_it() throws Exception {
    var filings = FILINGS.replace("Form 460 (1/1/2018 - 6/30/2018)\",\"form\":30", "Form 497\",\"form\":38");
    try (var silver = new SilverRun(directory)
        .file(RawKind.CONNECT2_TRANSACTIONS_JSON, "transactions.json",
            transactions(item(1, "200", "F497P1", 100), item(2, "210", "F497P1", 150)).replaceAll(
                "\"filing(Start|End)Date\":\"[^\"]*\"", "\"filing$1Date\":null"))
        .file(RawKind.CONNECT2_FILINGS, "filings.json", filings)
        .run()) {
      assertThat(silver.rows("SELECT filing_id, coalesce(not_counted_reason, 'counts') FROM transactions "
          + "JOIN filings USING (filing_key) ORDER BY 1")).isEqualTo("200 | superseded\n210 | counts\n");
    }
  }

  @Test
  void summary_lines_find_their_filing() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_SUMMARY_JSON, "summary.json", """
        {"results":[{"netFileKey":"00000000000000000000000000000001","externalId":"","filerLocalId":"COA-1",\
        "filerStateId":"1999999","filerName":"Friends of Nobody","filingId":"200",\
        "filingStartDate":"2018-01-01T00:00:00.0000000-08:00","filingEndDate":"2018-06-30T00:00:00.0000000-07:00",\
        "rec_Type":"SMRY","form_Type":"F460","line_Item":"5","amount_A":250.0,"amount_B":300.0,"amount_C":0.0,\
        "elec_Date":null}],"totalMatchingCount":1,"totalMatchingPages":1,"responseStatus":null}""")
        .file(RawKind.CONNECT2_TRANSACTIONS_JSON, "transactions.json", transactions(item(1, "200", "A", 100)))
        .run()) {
      assertThat(silver.rows("SELECT count(*) FROM filings")).isEqualTo("1\n");
      assertThat(silver.rows("SELECT form_type, line_item, amount_a_cents, amount_b_cents FROM summary_lines"))
          .isEqualTo("F460 | 5 | 25000 | 30000\n");
    }
  }

  @Test
  void a_list_of_filers_gives_the_state_id_of_a_local_one() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_FILERS, "filers.json", """
        {"totalMatchingCount":1,"totalMatchingPages":1,"filers":[{"id":"a132f1a5-0000-0000-0000-000000000000",\
        "agency":"COA","application":"Campaign","fppcId":"1999999","localAgencyId":"COA-1",\
        "name":"Friends of Nobody 2022"}],"responseStatus":null}""")
        .file(RawKind.CONNECT2_TRANSACTIONS_JSON, "transactions.json",
            transactions(item(1, "200", "A", 100)).replace("\"1999999\"", "\"\""))
        .run()) {
      assertThat(silver.rows("SELECT filer_key, fppc_id, name FROM filers"))
          .isEqualTo("1999999 | 1999999 | Friends of Nobody 2022\n");
    }
  }

  @Test
  void an_apis_report_covers_late_reports_by_its_rows_for_its_summary_stands_elsewhere() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_TRANSACTIONS_JSON, "transactions.json",
        transactions(item(1, "200", "A", 100), item(2, "190", "F497P1", 100).replaceAll(
            "\"filing(Start|End)Date\":\"[^\"]*\"", "\"filing$1Date\":null")))
        .run()) {
      assertThat(silver.rows("SELECT form_type, coalesce(not_counted_reason, 'counts') FROM transactions ORDER BY 1"))
          .isEqualTo("A | counts\nF497P1 | late_repeated\n");
    }
  }

  @Test
  void the_information_on_a_filing_tells_its_form_by_a_guid() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_FILING_INFO, "info.json", """
        {"agency":"COA","amendedBy":null,"amendmentSequenceNumber":0,"amends":null,\
        "dateEnd":"2026-02-18T00:00:00.0000000-08:00","dateStart":"2026-01-01T00:00:00.0000000-08:00",\
        "filerName":"Friends of Nobody","filingDate":"2026-02-19T11:41:10.3030000-08:00","filingId":"215761012",\
        "formEnumValue":0,"formId":"f2a7917d-12a4-47ba-a0fb-6052cb544509","formName":null,"isEfiled":true,\
        "localFilerId":"COA-1","sosFilerId":"1999999","vendor":"Invented"}""").run()) {
      assertThat(silver.rows("SELECT filing_key, form, filed_on, is_current FROM filings")).isEqualTo(
          "1999999:F460:2026-01-01:2026-02-18:215761012 | F460 | 2026-02-19 | 1\n");
    }
  }

  @Test
  void none_in_a_csv_made_from_json_is_nothing() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_TRANSACTIONS_CSV, "transactions.csv", """
        netFileKey,filingId,filerLocalId,filerStateId,filerName,form_Type,rec_Type,tran_Id,tran_NamL,tran_NamF,\
        tran_City,tran_ST,tran_Date,tran_Amt1,tran_Amt2,memo_Code,tran_Self,filingStartDate,filingEndDate,tran_Dscr
        00000000000000000000000000000007,200,COA-1,1999999,Friends of Nobody,E,EXPN,p1,Printer,None,\
        Alameda,CA,2018-02-03,150.0,None,False,False,2018-01-01,2018-06-30,None
        """).run()) {
      assertThat(silver.rows("SELECT counterparty, tx_date, amount_cents, cumulative_cents, description, memo, "
          + "self_employed, raw_json ->> '$.tran_Dscr' FROM transactions"))
          .isEqualTo("Printer | 2018-02-03 | 15000 | - | - | 0 | 0 | -\n");
    }
  }

  private static String transactions(String... items) {
    return "{\"results\":[" + String.join(",", items) + "],\"totalMatchingCount\":" + items.length
        + ",\"totalMatchingPages\":1,\"responseStatus\":null}";
  }

  private static String item(int key, String filing, String form, int dollars) {
    return """
        {"netFileKey":"%032x","filingId":"%s","filerLocalId":"COA-1","filerStateId":"1999999",\
        "filerName":"Friends of Nobody","form_Type":"%s","rec_Type":"RCPT","tran_Id":"c%d","tran_NamL":"Sample",\
        "tran_Date":"2018-02-03T00:00:00.0000000-08:00","tran_Amt1":%d.0,\
        "filingStartDate":"2018-01-01T00:00:00.0000000-08:00","filingEndDate":"2018-06-30T00:00:00.0000000-07:00"}"""
        .formatted(key, filing, form, key, dollars);
  }
}
