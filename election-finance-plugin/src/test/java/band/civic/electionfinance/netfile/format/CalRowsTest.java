package band.civic.electionfinance.netfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalRowsTest {
  private static final String COVER = "HDR,CAL,CA,2.01,Sample,1,\r\n"
      + "CVR,F460,1300001,CTL,\"Sample, Committee\",,,,001,20240731,SA,,20240101,20240630,20241105,1 Canary Street,,Sampleton,"
      + "CA,94000,(555) 000-0000,,canary@example.org" + ",".repeat(41) + "CCM,,CIT,,3,S,\r\n";

  @TempDir
  private Path directory;

  @Test
  void every_record_carries_the_facts_of_the_cover() throws IOException {
    var rows = rows(COVER + "SMRY,F460,5,100.50,200.00\r\n");

    var summary = rows.get(1);
    assertThat(summary.header().sheet()).isEqualTo("SMRY");
    assertThat(summary.line()).isEqualTo(3);
    assertThat(List.of("Form_Type", "Line_Item", "Amount_A", "Amount_C", "Filer_ID", "Filer_NamL", "Report_Num",
        "Rpt_Date", "From_Date", "Thru_Date", "Elect_Date", "Committee_Type", "tblCover_Office_Cd")
        .stream()
        .map(summary::cell))
        .containsExactly("F460", "5", "100.50", "", "1300001", "Sample, Committee", "001", "20240731", "20240101",
            "20240630", "20241105", "CTL", "CCM");
  }

  @Test
  void a_receipt_has_the_columns_of_the_workbook() throws IOException {
    var rows = rows(
        COVER + "RCPT,A,T1,COM,Example PAC,,,,2 Canary Street,,Sampleton,CA,94000,Works,Clerk,n,R,20240105,,"
            + "-25.00,75.00,,returned,1300002" + ",".repeat(42) + "\r\n");

    var receipt = rows.get(1);
    assertThat(
        List.of("Tran_ID", "Entity_Cd", "Tran_NamL", "Tran_City", "Tran_State", "Tran_Zip4", "Tran_Emp", "Tran_Occ",
            "Tran_Type", "Tran_Date", "Tran_Amt1", "Tran_Amt2", "Tran_Dscr", "Cmte_ID").stream().map(receipt::cell))
        .containsExactly("T1", "COM", "Example PAC", "Sampleton", "CA", "94000", "Works", "Clerk", "R", "20240105",
            "-25.00", "75.00", "returned", "1300002");
  }

  @Test
  void payments_debts_loans_and_late_reports_find_their_amounts() throws IOException {
    var rows = rows(COVER + """
                            EXPN,E,E1,OTH,Example Print,,,,,,Sampleton,CA,94000,20240210,10.00,20.00,,77,LIT,flyers
                            DEBT,F,F1,OTH,Example Print,,,,,,Sampleton,CA,94000,1.00,2.00,3.00,0.00,PRO,advice
                            LOAN,B1,B1,,IND,Example,Ada,,,,,Sampleton,CA,94000,20240301,20251231,5.00,6.00,7.00,8.00,0
                            S497,F497P1,L1,IND,Example,Ada,,,,,Sampleton,CA,94000,,,,20241105,20240401,,1000.00
                            S496,F496,I1,300.00,20240501,,mailer
                            """);

    assertThat(rows.get(1).cell("Amount") + rows.get(1).cell("Expn_Code")).isEqualTo("10.00LIT");
    assertThat(rows.get(2).cell("Amt_Incur") + rows.get(2).cell("End_Bal")).isEqualTo("2.000.00");
    assertThat(rows.get(3).cell("Loan_Amt1") + rows.get(3).cell("Loan_Date2")).isEqualTo("5.0020251231");
    assertThat(rows.get(4).cell("Amount") + rows.get(4).cell("Ctrib_Date")).isEqualTo("1000.0020240401");
    assertThat(rows.get(5).cell("Amount") + rows.get(5).cell("Exp_Date")).isEqualTo("300.0020240501");
  }

  @Test
  void a_496_has_its_candidate_from_the_cover() throws IOException {
    var rows = rows("HDR,CAL,CA,2.01,Sample,1,\nCVR,F496,1300001,RCP,Sample Committee,,,,000,20241023,,R-7"
        + ",".repeat(37) + "Candidate,Cora" + ",".repeat(14)
        + "CCM,,OTH,Sampleton,3,,O\nS496,F496,I1,300.00,20241020,,mailer\n");

    var spending = rows.get(1);
    assertThat(List.of("Rpt_ID_Num", "Cand_NamL", "Cand_NamF", "Office_Cd", "Dist_No", "Sup_Opp_Cd",
        "tblCover_Office_Cd").stream().map(spending::cell))
        .containsExactly("R-7", "Candidate", "Cora", "CCM", "3", "O", "");
  }

  @Test
  void streets_phones_and_mails_are_never_read() throws IOException {
    var rows = rows(
        COVER + "CVR2,F460,O1,ATR,3,,Example,Ada,,,3 Canary Street,,Sampleton,CA,94000,555,555,c@example.org\n"
            + "TEXT,F460,MAIL,canary@example.org\n");

    assertThat(rows).allSatisfy(row -> assertThat(row.header().columns().stream().map(row::cell))
        .noneMatch(text -> text.contains("Canary") || text.contains("@") || text.contains("555")));
  }

  @Test
  void an_unknown_or_overlong_record_is_set_aside() throws IOException {
    var file = Files.writeString(directory.resolve("efile.txt"),
        COVER + "XYZ,A,1\nSMRY,F460,5,100,200,300,surplus\nSMRY,F460,6,1.00,2.00\n");

    try (var raw = RawFile.open(file, RawKind.CAL_EFILE)) {
      assertThat(raw.rows()).hasSize(2);
      assertThat(raw.faults()).containsExactly(new WireFault(3, "record type XYZ is not known", "XYZ,A,1"),
          new WireFault(4, "7 fields where SMRY has 6", ""));
    }
  }

  @Test
  void the_text_may_come_in_a_zip() throws IOException {
    var file = directory.resolve("efile.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("Efile.txt"));
      zip.write(COVER.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(RawFile.sniff(file)).contains(RawKind.CAL_EFILE);
    try (var rows = RawFile.rows(file, RawKind.CAL_EFILE)) {
      assertThat(rows).hasSize(1);
    }
  }

  @Test
  void a_text_without_a_header_is_refused() throws IOException {
    var file = Files.writeString(directory.resolve("efile.txt"), "SMRY,F460,5,1,1\n");

    assertThatThrownBy(() -> RawFile.check(file, RawKind.CAL_EFILE)).isInstanceOf(BadSourceData.class)
        .hasMessageContaining("efile.txt is no CAL e-file");
  }

  private List<WireRow> rows(String text) throws IOException {
    var file = Files.writeString(directory.resolve("efile.txt"), text);
    assertThat(RawFile.sniff(file)).contains(RawKind.CAL_EFILE);
    try (var raw = RawFile.open(file, RawKind.CAL_EFILE)) {
      var rows = raw.rows().toList();
      assertThat(raw.faults()).isEmpty();
      return rows;
    }
  }
}
