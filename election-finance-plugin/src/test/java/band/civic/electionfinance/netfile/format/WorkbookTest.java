package band.civic.electionfinance.netfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  @TempDir
  private Path directory;

  @Test
  void rows_come_sheet_by_sheet_with_their_numbers() throws IOException {
    var file = write(new WorkbookWriter().row("497", Map.of("Amount", new BigDecimal("250")))
        .row("A-Contributions", Map.of("Tran_NamL", "Example", "Tran_NamF", "Ada"))
        .row("A-Contributions", Map.of("Tran_NamL", "Sample")));

    assertThat(rows(file)).extracting(row -> row.header().sheet() + ":" + row.line())
        .containsExactly("A-Contributions:2", "A-Contributions:3", "497:2");
    assertThat(rows(file).getFirst().cell("tran_namf")).isEqualTo("Ada");
  }

  @Test
  void true_dates_become_iso_and_dates_in_text_stay_as_written() throws IOException {
    var file = write(new WorkbookWriter().row("B1-Loans",
        Map.of("Loan_Date1", LocalDate.of(2024, 2, 29), "Loan_Date2", "12/31/2026", "Loan_Amt1",
            new BigDecimal("12.30"))));

    var loan = rows(file).getFirst();
    assertThat(loan.cell("Loan_Date1")).isEqualTo("2024-02-29");
    assertThat(loan.cell("Loan_Date2")).isEqualTo("12/31/2026");
    assertThat(loan.cell("Loan_Amt1")).isEqualTo("12.3");
    assertThat(loan.cell("Loan_Amt2")).isEmpty();
  }

  @Test
  void a_workbook_of_headers_alone_has_no_rows() throws IOException {
    var file = write(new WorkbookWriter());

    RawFile.check(file, RawKind.WORKBOOK_XLSX);
    assertThat(rows(file)).isEmpty();
  }

  @Test
  void a_copy_without_its_empty_cells_reads_the_same() throws IOException {
    var full = write(anything());
    var sparse = write(anything().sparse());

    assertThat(Files.size(sparse)).isLessThan(Files.size(full));
    assertThat(texts(sparse)).isEqualTo(texts(full)).hasSize(3);
    assertThat(texts(write(anything().sparse().inlineStrings()))).isEqualTo(texts(full));
  }

  @Test
  void names_survive_whatever_is_in_them() throws IOException {
    var name = "Ñandú \"Pepe\" O’Sample, <Jr.> & Söhne 例";
    var file = write(new WorkbookWriter().row("A-Contributions", Map.of("Tran_NamL", name, "Tran_Emp", "one\ntwo")));

    assertThat(rows(file).getFirst().cell("Tran_NamL")).isEqualTo(name);
    assertThat(rows(file).getFirst().cell("Tran_Emp")).isEqualTo("one\ntwo");
  }

  @Test
  void streets_are_never_read() throws IOException {
    var file = write(new WorkbookWriter().row("497",
        Map.of("Enty_Adr1", "1 Canary Street", "Enty_Adr2", "Flat 2", "Enty_City", "Sampleton")));

    var row = rows(file).getFirst();
    assertThat(row.cell("Enty_City")).isEqualTo("Sampleton");
    assertThat(row.firstOf("Enty_Adr1", "Enty_Adr2")).isEmpty();
  }

  @Test
  void the_workbook_may_come_in_a_zip() throws IOException {
    var file = directory.resolve("efile_newest_XYZ_2024.zip");
    Files.write(file, anything().toZip("efile_newest_XYZ_2024.xlsx"));

    assertThat(RawFile.sniff(file)).contains(RawKind.WORKBOOK_ZIP);
    try (var rows = RawFile.rows(file, RawKind.WORKBOOK_ZIP)) {
      assertThat(rows).hasSize(3);
    }
  }

  @Test
  void a_missing_sheet_is_named() throws IOException {
    var file = write(new WorkbookWriter().withoutSheet("Summary"));

    assertRefused(file, RawKind.WORKBOOK_XLSX, "Summary");
  }

  @Test
  void a_missing_column_is_named_with_its_sheet() throws IOException {
    var file = write(new WorkbookWriter().withSheet("Summary", List.of("Filer_ID", "Form_Type")));

    assertRefused(file, RawKind.WORKBOOK_XLSX, "sheet Summary", "Amount_A", "Line_Item");
  }

  @Test
  void an_unknown_sheet_is_remarked_and_left_alone() throws IOException {
    var file = write(new WorkbookWriter().withSheet("Notes", List.of("Text")).row("Notes", Map.of("Text", "hello")));

    try (var raw = RawFile.open(file, RawKind.WORKBOOK_XLSX)) {
      assertThat(raw.rows()).isEmpty();
      assertThat(raw.remarks()).singleElement().asString().contains("Notes");
    }
  }

  @Test
  void a_page_in_place_of_a_workbook_is_refused() throws IOException {
    var file = Files.writeString(directory.resolve("efile.zip"), "\n<!DOCTYPE html><html><body>Oops</body></html>");

    assertThat(RawFile.sniff(file)).isEmpty();
    assertRefused(file, RawKind.WORKBOOK_ZIP, "web page");
  }

  @Test
  void a_truncated_zip_is_refused() throws IOException {
    var whole = anything().toZip("efile.xlsx");
    var file = Files.write(directory.resolve("efile.zip"), Arrays.copyOf(whole, whole.length / 2));

    assertRefused(file, RawKind.WORKBOOK_ZIP, "not a complete ZIP");
  }

  @Test
  void a_zip_with_something_else_inside_is_refused() throws IOException {
    var file = Files.write(directory.resolve("efile.zip"), anything().toZip("readme.doc"));

    assertRefused(file, RawKind.WORKBOOK_ZIP, "no .xlsx");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    assertRefused(Files.createFile(directory.resolve("efile.zip")), RawKind.WORKBOOK_ZIP, "is empty");
  }

  @Test
  void a_damaged_byte_does_not_go_unnoticed() throws IOException {
    var bytes = anything().toXlsx();
    var damaged = 0;
    for (var at = 60; at < 400; at += 7) {
      var copy = bytes.clone();
      copy[at] ^= 0x20;
      var file = Files.write(directory.resolve("efile" + at + ".xlsx"), copy);
      damaged += isRefused(file) ? 1 : 0;
    }
    assertThat(damaged).isEqualTo(49);
  }

  private static boolean isRefused(Path file) {
    try (var rows = RawFile.rows(file, RawKind.WORKBOOK_XLSX)) {
      return rows.count() < 0;
    } catch (BadSourceData expected) {
      return true;
    }
  }

  private static WorkbookWriter anything() {
    return new WorkbookWriter().row("A-Contributions",
        Map.of("Filer_ID", "1300001", "Rpt_Date", LocalDate.of(2024, 7, 31), "Tran_Amt1", new BigDecimal("99.99")))
        .row("E-Expenditure", Map.of("Payee_NamL", "Print & Sample", "Amount", new BigDecimal("-5")))
        .row("Summary", Map.of("Form_Type", "F460", "Line_Item", "5", "Amount_A", new BigDecimal("0")));
  }

  private Path write(WorkbookWriter workbook) throws IOException {
    return Files.write(Files.createTempFile(directory, "efile", ".xlsx"), workbook.toXlsx());
  }

  private static List<WireRow> rows(Path file) {
    try (var rows = RawFile.rows(file, RawKind.WORKBOOK_XLSX)) {
      return rows.toList();
    }
  }

  private static List<List<String>> texts(Path file) {
    return rows(file).stream().map(row -> row.header().columns().stream().map(row::cell).toList()).toList();
  }

  private static void assertRefused(Path file, RawKind kind, String... reasons) {
    assertThatThrownBy(() -> RawFile.check(file, kind)).isInstanceOf(BadSourceData.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContainingAll(reasons);
  }
}
