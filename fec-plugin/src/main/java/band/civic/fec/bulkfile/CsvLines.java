package band.civic.fec.bulkfile;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one bulk file that is a real CSV, with a header and quotes, as lines like those of the others: a record each, fields
/// apart by [#DELIMITER]. A line break inside a field becomes a blank; the header becomes a blank line.
final class CsvLines {
  /// A character that no text has.
  static final char DELIMITER = '\u001f';

  private CsvLines() {}

  /// The lines of a file, some tens of megabytes at most.
  static byte[] read(Path file) throws IOException {
    var lines = new ByteArrayOutputStream();
    try (var records = CsvReader.builder().ofCsvRecord(text(Files.readAllBytes(file)))) {
      for (var record : records) {
        var isHeader = record.getStartingLineNumber() == 1 && record.getField(0).equalsIgnoreCase("cand_id");
        var line = isHeader ? "" : String.join(String.valueOf(DELIMITER), record.getFields());
        lines.writeBytes(line.replaceAll("[\r\n]+", " ").getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
      }
    }
    return lines.toByteArray();
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
