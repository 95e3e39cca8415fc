package band.civic.electionfinance.netfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
  private static final String HEADER = "Filer_ID,Filer_NamL,Report_Num,Rpt_Date,From_Date,Thru_Date,Form_Type,Tran_ID,"
      + "Entity_Cd,Tran_NamL,Tran_Adr1,Tran_Emp,Tran_Date,Tran_Amt1";

  @TempDir
  private Path directory;

  @Test
  void lines_may_end_in_cr_lf_or_both_in_one_file() throws IOException {
    var file = sheet(HEADER + "\r" + row("one") + "\r\n" + row("two") + "\n" + row("three") + "\r" + row("four"));

    assertThat(names(file)).containsExactly("one", "two", "three", "four");
    assertThat(lines(file)).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void the_sheet_is_the_one_that_the_file_is_named_after() throws IOException {
    var text = HEADER + "\n" + row("one").replace(",A,", ",00:00:00,");
    var file = Files.writeString(directory.resolve("efile_XYZ_2016_A-Contributions.csv"), text);

    try (var rows = RawFile.rows(file, RawKind.SHEET_CSV)) {
      assertThat(rows.map(row -> row.header().sheet() + " " + row.cell("Form_Type")))
          .containsExactly("A-Contributions 00:00:00");
    }
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
    var file = sheet("\uFEFF" + HEADER + "\n" + row("one"));

    try (var rows = RawFile.rows(file, RawKind.SHEET_CSV)) {
      assertThat(rows.map(row -> row.cell("Filer_ID"))).containsExactly("1300001");
    }
  }

  @Test
  void text_is_utf_8_and_otherwise_windows_1252() throws IOException {
    var text = HEADER + "\n" + row("Peña");

    assertThat(names(sheet(text))).containsExactly("Peña");
    assertThat(
        names(Files.write(directory.resolve("A-Contributions.csv"), text.getBytes(Charset.forName("windows-1252")))))
        .containsExactly("Peña");
  }

  @Test
  void quotes_commas_and_line_breaks_stand_inside_fields() throws IOException {
    var file = sheet(HEADER + "\n" + row("\"Sample \"\"Sam\"\", Jr.\r\nand Co\"") + "\n" + row("two"));

    assertThat(names(file)).containsExactly("Sample \"Sam\", Jr.\r\nand Co", "two");
    assertThat(lines(file)).containsExactly(2L, 4L);
  }

  @Test
  void none_is_empty_except_where_people_write_it() throws IOException {
    var file = sheet(HEADER + "\nNone,None,000,None,None,None,A,T1,IND,Example,None,None,2024-01-05,12.50");

    try (var raw = RawFile.open(file, RawKind.SHEET_CSV)) {
      var row = raw.rows().findFirst().orElseThrow();
      assertThat(row.cell("Filer_ID")).isEmpty();
      assertThat(row.cell("Tran_Emp")).isEqualTo("None");
    }
  }

  @Test
  void streets_are_never_read() throws IOException {
    var file = sheet(HEADER + "\n" + row("one").replace(",,,2024", ",1 Canary Street,,2024"));

    try (var raw = RawFile.open(file, RawKind.SHEET_CSV)) {
      assertThat(raw.rows()).singleElement().satisfies(row -> assertThat(row.cell("Tran_Adr1")).isEmpty());
    }
  }

  @Test
  void a_row_of_another_length_is_set_aside_with_its_line() throws IOException {
    var file = sheet(
        HEADER + "\n" + row("one") + "\n1300001,\"Sample, Committee\",000,short\n" + row("two") + "," + "more\n"
            + row("three"));

    try (var raw = RawFile.open(file, RawKind.SHEET_CSV)) {
      assertThat(raw.rows().map(row -> row.cell("Tran_NamL"))).containsExactly("one", "three");
      assertThat(raw.faults()).containsExactly(
          new WireFault(3, "4 fields where the header has 14", "1300001,Sample, Committee,000"),
          new WireFault(4, "15 fields where the header has 14", ""));
    }
  }

  @Test
  void a_quote_that_is_never_closed_costs_one_row() throws IOException {
    var file = sheet(
        HEADER + "\n" + row("one") + "\n" + row("\"two") + "\n" + row("three") + "\n" + row("four") + "\n");

    try (var raw = RawFile.open(file, RawKind.SHEET_CSV)) {
      assertThat(raw.rows().map(row -> row.line() + row.cell("Tran_NamL"))).containsExactly("2one", "4three", "5four");
      assertThat(raw.faults()).singleElement().satisfies(fault -> assertThat(fault.line()).isEqualTo(3));
    }
  }

  @Test
  void a_file_of_which_hardly_a_row_can_be_read_is_refused() throws IOException {
    var file = sheet(HEADER + "\n" + "too,short\n".repeat(500));

    assertThatThrownBy(() -> names(file)).isInstanceOf(BadSourceData.class)
        .hasMessageContainingAll("A-Contributions.csv", "more than 200 rows");
  }

  @Test
  void a_file_named_after_no_sheet_is_refused() throws IOException {
    var file = Files.writeString(directory.resolve("contributions.csv"), HEADER);

    assertThat(RawFile.sniff(file)).isEmpty();
    assertThatThrownBy(() -> RawFile.check(file, RawKind.SHEET_CSV)).isInstanceOf(BadSourceData.class)
        .hasMessageContaining("contributions.csv is not named after one of the sheets");
  }

  @Test
  void a_header_without_the_amount_is_refused() throws IOException {
    var file = sheet(HEADER.replace(",Tran_Amt1", ""));

    assertThatThrownBy(() -> RawFile.check(file, RawKind.SHEET_CSV)).isInstanceOf(BadSourceData.class)
        .hasMessageContaining("Tran_Amt1");
  }

  @Test
  void a_page_of_connect2_is_told_by_its_header() throws IOException {
    var file = Files.writeString(directory.resolve("page-0.csv"),
        """
        netFileKey,filingId,filerName,form_Type,tran_Id,tran_NamL,tran_Emp,tran_Date\r\
        0a1b,1,Sample Committee,A,T1,Example,None,2020-01-02\r\n0a1c,1,Sample Committee,A,T2,None,None,2020-01-03\r\n""");

    assertThat(RawFile.sniff(file)).contains(RawKind.CONNECT2_TRANSACTIONS_CSV);
    try (var rows = RawFile.rows(file, RawKind.CONNECT2_TRANSACTIONS_CSV)) {
      assertThat(rows.map(row -> row.cell("Tran_ID") + row.cell("Tran_Emp"))).containsExactly("T1", "T2");
    }
  }

  private static String row(String name) {
    return "1300001,Sample Committee,000,2024-07-31,2024-01-01,2024-06-30,A,T1,IND," + name + ",,,2024-01-05,12.50";
  }

  private Path sheet(String text) throws IOException {
    return Files.writeString(directory.resolve("A-Contributions.csv"), text);
  }

  private static List<String> names(Path file) {
    try (var rows = RawFile.rows(file, RawKind.SHEET_CSV)) {
      return rows.map(row -> row.cell("Tran_NamL")).toList();
    }
  }

  private static List<Long> lines(Path file) {
    try (var rows = RawFile.rows(file, RawKind.SHEET_CSV)) {
      return rows.map(WireRow::line).toList();
    }
  }
}
