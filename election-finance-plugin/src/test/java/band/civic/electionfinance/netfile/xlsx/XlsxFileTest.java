package band.civic.electionfinance.netfile.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {
  @TempDir
  private Path directory;

  @Test
  void a_cell_stands_where_its_reference_says() throws IOException {
    var rows = read(TinyXlsx.of("""
                                <row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>
                                <row r="4"><c r="AB4"><v>28</v></c></row>
                                <row><c><v>7</v></c><c r="D5"><v>8</v></c><c><v>9</v></c></row>"""));

    assertThat(rows.get(0)).containsExactly("1", "", "3");
    assertThat(rows.get(1)).hasSize(28).endsWith("28");
    assertThat(rows.get(2)).containsExactly("7", "", "", "8", "9");
  }

  @Test
  void rows_keep_their_numbers_when_some_are_left_out() throws IOException {
    try (var workbook = open(TinyXlsx.of("<row r=\"2\"/><row/><row r=\"9\"/>"));
        var sheet = workbook.openSheet("Sheet")) {
      List<Long> numbers = new ArrayList<>();
      while (sheet.next()) {
        numbers.add(sheet.row());
      }
      assertThat(numbers).containsExactly(2L, 3L, 9L);
    }
  }

  @Test
  void texts_are_shared_inline_or_the_result_of_a_formula() throws IOException {
    var rows = read(TinyXlsx.of("""
                                <row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>
                                <c t="str"><f>A1&amp;"x"</f><v>made</v></c><c t="s"><v>99</v></c></row>""")
        .withStrings(
            """
            <si><t>first</t></si><si><r><t xml:space="preserve"> Jos&#233; </t></r><rPh sb="0" eb="1"><t>hint</t></rPh>
            <r><t>&amp; Co_x000D_</t></r></si>"""));

    assertThat(rows.getFirst()).containsExactly("José & Co", "inline", "made", "");
  }

  @Test
  void a_number_is_a_date_only_when_its_style_says_so() throws IOException {
    var rows = read(TinyXlsx
        .of("""
            <row><c><v>43131</v></c><c s="1"><v>43131</v></c><c s="2"><v>43131.75</v></c><c s="3"><v>0.5</v></c>
            <c s="4"><v>43131</v></c><c s="1"><v>-7</v></c><c s="1"/></row>""")
        .withStyles(
            """
            <numFmts><numFmt numFmtId="164" formatCode="mm/dd/yyy"/><numFmt numFmtId="165" formatCode="h:mm:ss"/>
            <numFmt numFmtId="166" formatCode="[Red]0.00&quot; days&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
            """));

    assertThat(rows.getFirst()).containsExactly("43131", "2018-01-31", "2018-01-31", "12:00:00", "43131", "-7", "");
  }

  @Test
  void the_days_of_both_calendars_are_right() throws IOException {
    var dates = "<row><c s=\"0\"><v>1</v></c><c s=\"0\"><v>59</v></c><c s=\"0\"><v>61</v></c></row>";
    var styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";

    assertThat(read(TinyXlsx.of(dates).withStyles(styles)).getFirst())
        .containsExactly("1900-01-01", "1900-02-28", "1900-03-01");
    assertThat(read(TinyXlsx.of(dates).withStyles(styles).since1904()).getFirst())
        .containsExactly("1904-01-02", "1904-02-29", "1904-03-02");
  }

  @Test
  void booleans_errors_and_iso_dates_are_texts() throws IOException {
    var rows = read(TinyXlsx.of(
        """
        <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2024-03-01T00:00:00</v></c></row>
        """));

    assertThat(rows.getFirst()).containsExactly("True", "False", "#N/A", "2024-03-01");
  }

  @Test
  void only_selected_columns_are_read() throws IOException {
    try (var workbook = open(TinyXlsx.of("<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>"));
        var sheet = workbook.openSheet("Sheet")) {
      sheet.select(new boolean[]{true, false, true});

      assertThat(sheet.next()).isTrue();
      assertThat(sheet.cells()).containsExactly("1", "", "3");
    }
  }

  @Test
  void an_entity_bomb_is_not_expanded() throws IOException {
    var file = TinyXlsx.of("<row><c t=\"str\"><v>&a;</v></c></row>").writeTo(directory.resolve("entity.xlsx"));

    assertThatThrownBy(() -> read(file)).isInstanceOf(BadSourceData.class).hasMessageContaining("entity.xlsx: Sheet");
  }

  @Test
  void a_part_that_inflates_without_end_is_refused() throws IOException {
    var file = TinyXlsx.of("<row/>" + " ".repeat(40 << 20)).writeTo(directory.resolve("bomb.xlsx"));

    assertThatThrownBy(() -> read(file)).isInstanceOf(BadSourceData.class)
        .hasMessageContaining("inflates to more than");
  }

  @Test
  void xml_that_ends_too_early_is_refused() throws IOException {
    var file = TinyXlsx.of("<row><c><v>1</v></c></row><row>").writeTo(directory.resolve("cut.xlsx"));

    assertThatThrownBy(() -> read(file)).isInstanceOf(BadSourceData.class).hasMessageContaining("cut.xlsx: Sheet");
  }

  private List<String[]> read(TinyXlsx workbook) throws IOException {
    return read(workbook.writeTo(directory.resolve("tiny.xlsx")));
  }

  private static List<String[]> read(Path file) {
    List<String[]> rows = new ArrayList<>();
    try (var workbook = XlsxFile.open(file); var sheet = workbook.openSheet("Sheet")) {
      while (sheet.next()) {
        rows.add(sheet.cells());
      }
    }
    return rows;
  }

  private XlsxFile open(TinyXlsx workbook) throws IOException {
    return XlsxFile.open(workbook.writeTo(directory.resolve("tiny.xlsx")));
  }
}
