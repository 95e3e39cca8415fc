package band.civic.clerk.testkit.netfile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The XML parts of a workbook.
final class WorkbookXml {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>";
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final String STYLES = PROLOG + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\">"
      + "<numFmt numFmtId=\"164\" formatCode=\"mm/dd/yyy\" /></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\" />"
      + "<xf numFmtId=\"164\" /><xf numFmtId=\"2\" /></cellXfs></styleSheet>";

  private final Map<String, WorkbookWriter.Sheet> sheets;
  private final boolean sparse;
  private final boolean inline;
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  WorkbookXml(Map<String, WorkbookWriter.Sheet> sheets, boolean sparse, boolean inline) {
    this.sheets = sheets;
    this.sparse = sparse;
    this.inline = inline;
  }

  /// NetFile writes the sheets first and the strings they need after them.
  byte[] zip() {
    var zip = new ZipWriter();
    var names = List.copyOf(sheets.keySet());
    for (var i = 0; i < names.size(); i++) {
      zip.entry("xl/worksheets/sheet" + (i + 1) + ".xml", sheet(sheets.getOrDefault(names.get(i), none())));
    }
    return zip.entry("xl/workbook.xml", workbook(names))
        .entry("xl/_rels/workbook.xml.rels", relations(names.size()))
        .entry("xl/sharedStrings.xml", sharedStrings())
        .entry("xl/styles.xml", STYLES)
        .toBytes();
  }

  private static WorkbookWriter.Sheet none() {
    return new WorkbookWriter.Sheet(List.of(), List.of());
  }

  private String sheet(WorkbookWriter.Sheet sheet) {
    var xml = new StringBuilder(PROLOG).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    Map<String, String> header = new LinkedHashMap<>();
    sheet.columns().forEach(column -> header.put(column, column));
    row(xml, 1, sheet.columns(), header);
    var number = 2;
    for (var row : sheet.rows()) {
      row(xml, number++, sheet.columns(), row);
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private void row(StringBuilder xml, int number, List<String> columns, Map<String, ?> cells) {
    xml.append("<row r=\"").append(number).append("\">");
    for (var i = 0; i < columns.size(); i++) {
      var value = cells.get(columns.get(i));
      if (value != null || !sparse) {
        xml.append("<c r=\"")
            .append(letters(i))
            .append(number)
            .append('"')
            .append(value == null ? empty(columns.get(i)) : cell(value))
            .append("</c>");
      }
    }
    xml.append("</row>");
  }

  /// What follows the reference: type, style and content.
  private String cell(Object value) {
    return switch (value) {
      case LocalDate date -> " s=\"1\"><v>" + ChronoUnit.DAYS.between(DAY_ZERO, date) + "</v>";
      case BigDecimal number -> " s=\"2\"><v>" + number.setScale(2, RoundingMode.UNNECESSARY) + "</v>";
      case Number number -> "><v>" + number + "</v>";
      case Boolean flag -> " t=\"b\"><v>" + (flag ? 1 : 0) + "</v>";
      default -> text(value.toString());
    };
  }

  private String empty(String column) {
    return column.contains("Date") ? " s=\"1\">" : text("");
  }

  private String text(String text) {
    return inline
        ? " t=\"inlineStr\"><is><t>" + escape(text) + "</t></is>"
        : " t=\"s\"><v>" + strings.computeIfAbsent(text, key -> strings.size()) + "</v>";
  }

  private static String letters(int column) {
    var last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  private static String workbook(List<String> names) {
    var xml = new StringBuilder(PROLOG)
        .append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
    for (var i = 0; i < names.size(); i++) {
      xml.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\" />".formatted(escape(names.get(i)), i + 1, i + 1));
    }
    return xml.append("</sheets></workbook>").toString();
  }

  private static String relations(int sheets) {
    var xml = new StringBuilder(PROLOG)
        .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (var i = 1; i <= sheets; i++) {
      xml.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\" />"
          .formatted(i, RELATIONS, i));
    }
    return xml.append("</Relationships>").toString();
  }

  private String sharedStrings() {
    var xml = new StringBuilder(PROLOG).append("<sst xmlns=\"" + MAIN + "\">");
    strings.keySet().forEach(text -> xml.append("<si><t>").append(escape(text)).append("</t></si>"));
    return xml.append("</sst>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
