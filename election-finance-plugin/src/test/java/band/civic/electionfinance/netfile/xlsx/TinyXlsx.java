package band.civic.electionfinance.netfile.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of one sheet, `Sheet`, with the XML that a test gives.
record TinyXlsx(String workbookProperties, String styles, String strings, String rows) {

  static TinyXlsx of(String rows) {
    return new TinyXlsx("", "", "", rows);
  }

  TinyXlsx withStyles(String xml) {
    return new TinyXlsx(workbookProperties, xml, strings, rows);
  }

  TinyXlsx withStrings(String xml) {
    return new TinyXlsx(workbookProperties, styles, xml, rows);
  }

  TinyXlsx since1904() {
    return new TinyXlsx("<workbookPr date1904=\"1\"/>", styles, strings, rows);
  }

  Path writeTo(Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "xl/workbook.xml", "<workbook>" + workbookProperties
          + "<sheets><sheet name=\"Sheet\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>");
      entry(zip, "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"/xl/worksheets/one.xml\"/></Relationships>");
      entry(zip, "xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
      entry(zip, "xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
      entry(zip, "xl/worksheets/one.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
