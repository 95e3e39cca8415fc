package band.civic.electionfinance.netfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {
  @TempDir
  private Path directory;

  @Test
  void transactions_of_connect2_are_rows() throws IOException {
    var file = json(
        """
        {"totalMatchingCount": 2, "results": [
          {"netFileKey": "k1", "filingId": 153683555, "tran_Id": "T1", "tran_NamL": " Peña ", "calculated_Amount": 150.0,
           "tran_Adr1": "1 Canary Street", "memo_Code": false, "tran_Dscr": null},
          {"netFileKey": "k2", "filingId": 153683555, "tran_Id": "T2", "calculated_Amount": 1.5E1}],
         "responseStatus": null}""");

    assertThat(RawFile.sniff(file)).contains(RawKind.CONNECT2_TRANSACTIONS_JSON);
    var rows = rows(file, RawKind.CONNECT2_TRANSACTIONS_JSON);
    assertThat(cells(rows.getFirst(), "filingId", "Tran_ID", "Tran_NamL", "Calculated_Amount", "Memo_Code", "Tran_Dscr",
        "Tran_Adr1")).containsExactly("153683555", "T1", "Peña", "150", "False", "", "");
    assertThat(rows.get(1).line()).isEqualTo(2);
    assertThat(rows.get(1).cell("calculated_Amount")).isEqualTo("15");
  }

  @Test
  void an_answer_that_reports_an_error_is_refused_even_after_rows() throws IOException {
    var file = json("""
                    {"results": [{"netFileKey": "k1", "tran_Id": "T1"}],
                     "responseStatus": {"errorCode": "SqlException", "message": "Timeout expired."}}""");

    assertThatThrownBy(() -> RawFile.check(file, RawKind.CONNECT2_TRANSACTIONS_JSON)).isInstanceOf(BadSourceData.class)
        .hasMessageContainingAll("answer.json", "SqlException", "Timeout expired");
  }

  @Test
  void an_answer_without_a_list_or_cut_off_is_refused() throws IOException {
    assertThatThrownBy(() -> rows(json("{\"totalMatchingCount\": 0}"), RawKind.CONNECT2_FILERS))
        .isInstanceOf(BadSourceData.class)
        .hasMessageContaining("none of the lists");
    assertThatThrownBy(() -> rows(json("{\"filers\": [{\"localAgencyId\": \"X-1\""), RawKind.CONNECT2_FILERS))
        .isInstanceOf(BadSourceData.class)
        .hasMessageContaining("not complete JSON (line 1");
    assertThatThrownBy(() -> rows(json("{\"filers\": [{\"localAgencyId\": \"X-1\"},"), RawKind.CONNECT2_FILERS))
        .isInstanceOf(BadSourceData.class);
  }

  @Test
  void an_element_that_is_no_record_is_set_aside() throws IOException {
    var file = json("""
                    {"filers": [7, {"name": "no id"}, {"localAgencyId": "X-1", "name": "Sample Committee"}]}""");

    try (var raw = RawFile.open(file, RawKind.CONNECT2_FILERS)) {
      assertThat(raw.rows().map(WireRow::line)).containsExactly(3L);
      assertThat(raw.faults()).extracting(WireFault::line).containsExactly(1L, 2L);
    }
  }

  @Test
  void an_empty_list_has_no_rows_and_is_told_by_its_name() throws IOException {
    assertThat(RawFile.sniff(json("{\"totalMatchingCount\": 0, \"filings\": []}"))).contains(RawKind.CONNECT2_FILINGS);
    assertThat(rows(json("{\"results\": []}"), RawKind.CONNECT2_SUMMARY_JSON)).isEmpty();
  }

  @Test
  void filing_info_is_itself_the_row() throws IOException {
    var file = json("""
                    {"agency": "XYZ", "amendmentSequenceNumber": 1, "amends": "215319426", "filingId": "215698525",
                     "localFilerId": "XYZ-1", "isEfiled": false, "responseStatus": null}""");

    assertThat(RawFile.sniff(file)).contains(RawKind.CONNECT2_FILING_INFO);
    assertThat(rows(file, RawKind.CONNECT2_FILING_INFO)).singleElement()
        .satisfies(row -> assertThat(cells(row, "amendmentSequenceNumber", "isEfiled")).containsExactly("1", "False"));
    assertThatThrownBy(
        () -> rows(json("{\"responseStatus\": {\"errorCode\": \"EfileNotFoundException\"}}"),
            RawKind.CONNECT2_FILING_INFO))
        .isInstanceOf(BadSourceData.class)
        .hasMessageContaining("EfileNotFoundException");
  }

  @Test
  void campaign_transactions_are_found_under_the_names_of_the_workbook() throws IOException {
    var file = json(
        """
        [{"elementNid": "e1", "calTransactionType": "F460A", "calculatedAmount": 500.0, "filingNid": "f1",
          "addresses": [{"line1": "1 Canary Street", "city": "Sampleton", "state": "CA"}],
          "transaction": {"tranNamL": "Example", "tranAdr1": "1 Canary Street", "recType": "RCPT", "formType": "A",
            "splits": [{"elecDate": "2024-11-05", "splitAmt": 500.0}]}}]""");

    assertThat(RawFile.sniff(file)).contains(RawKind.CAMPAIGN_TRANSACTIONS);
    assertThat(
        cells(rows(file, RawKind.CAMPAIGN_TRANSACTIONS).getFirst(), "Tran_NamL", "Form_Type", "calculated_Amount",
            "splits.0.elecDate", "addresses.0.city", "addresses.0.line1", "Tran_Adr1"))
        .containsExactly("Example", "A", "500", "2024-11-05", "Sampleton", "", "");
  }

  @Test
  void campaign_filers_and_filings_keep_their_paths_without_phones_and_mails() throws IOException {
    var filers = json(
        """
        {"results": [{"filerNid": "1", "filerName": "Sample Committee", "registrations": {"CA SOS": "1300001"},
          "committeeTypes": ["General Purpose", "Sponsored"], "phoneList": [{"number": "555"}],
          "officers": [{"officerName": "Ada Example", "email": {"address": "canary@example.org"}}]}]}""");

    assertThat(RawFile.sniff(filers)).contains(RawKind.CAMPAIGN_FILERS);
    var filer = rows(filers, RawKind.CAMPAIGN_FILERS).getFirst();
    assertThat(cells(filer, "registrations.CA SOS", "committeeTypes")).containsExactly("1300001",
        "General Purpose; Sponsored");
    assertThat(filer.header().columns())
        .noneMatch(column -> column.startsWith("phone") || column.startsWith("officers"));
  }

  @Test
  void of_the_site_api_s_one_line_address_only_the_place_is_kept() throws IOException {
    var file = json(
        """
        {"items": [
          {"id": "1", "filingId": "9", "spendingCode": "", "address": "12 Canary Street, San Sample, CA 94000-1234"},
          {"id": "2", "filingId": "9", "spendingCode": "", "address": "12 Canary Street Sampleton CA 94000"},
          {"id": "3", "filingId": "9", "spendingCode": "", "address": "Sampleton, CA 94000"}]}""");

    assertThat(RawFile.sniff(file)).contains(RawKind.SITES_TRANSACTIONS);
    var rows = rows(file, RawKind.SITES_TRANSACTIONS);
    assertThat(rows).extracting(row -> String.join("|", cells(row, "Tran_City", "Tran_State", "Tran_Zip4", "address")))
        .containsExactly("San Sample|CA|94000-1234|", "|||", "Sampleton|CA|94000|");
  }

  private Path json(String text) throws IOException {
    return Files.writeString(directory.resolve("answer.json"), text);
  }

  private static List<WireRow> rows(Path file, RawKind kind) {
    try (var rows = RawFile.rows(file, kind)) {
      return rows.toList();
    }
  }

  private static List<String> cells(WireRow row, String... columns) {
    return List.of(columns).stream().map(row::cell).toList();
  }
}
