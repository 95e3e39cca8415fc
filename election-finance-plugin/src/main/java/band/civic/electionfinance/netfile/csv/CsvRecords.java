package band.civic.electionfinance.netfile.csv;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of a CSV text (RFC 4180; line ends CR, LF and CRLF in any mixture), with the line where each begins. A
/// record that its reader refuses is set aside, and reading goes on with the line after its first: a quote that is never
/// closed costs one row, not the rest of the file.
public final class CsvRecords implements AutoCloseable {
  private static final int MOST_REFUSED = 200;
  private static final int LONGEST_EXCERPT = 60;

  private final TextSource source;
  private final List<Refused> refused = new ArrayList<>();
  private CloseableIterator<CsvRecord> records;
  private boolean atRecordStart = true;
  private long last;

  /// A record set aside.
  ///
  /// @param line where it begins, from 1
  /// @param excerpt its first three fields; empty when they might be the tail of a broken record
  public record Refused(long line, String reason, String excerpt) {}

  public CsvRecords(TextSource source) {
    this.source = source;
    this.records = open(0);
  }

  /// The next record; empty at the end. Call [#accept] or [#refuse] on it before the next.
  ///
  /// @throws BadSourceData when the text cannot be read, or hardly any of it
  public Optional<CsvRecord> next() {
    while (true) {
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        var row = records.next();
        last = row.getStartingLineNumber();
        return Optional.of(row);
      } catch (CsvParseException e) {
        refuse(last + 1, "it is not CSV: " + e.getMessage(), "");
      } catch (UncheckedIOException e) {
        throw source.unreadable(e);
      }
    }
  }

  /// Takes the record as sound and gives the line where it begins, from 1.
  public long accept(CsvRecord row) {
    atRecordStart = true;
    return row.getStartingLineNumber();
  }

  /// Sets the record aside and goes on with the line after the one it begins in.
  public void refuse(CsvRecord row, String reason) {
    refuse(row.getStartingLineNumber(), reason, atRecordStart ? excerpt(row) : "");
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  private void refuse(long line, String reason, String excerpt) {
    refused.add(new Refused(line, reason, excerpt));
    if (refused.size() > MOST_REFUSED) {
      throw new BadSourceData(source.name() + ": more than " + MOST_REFUSED + " rows cannot be read, the last in line "
          + line + " (" + reason + "). The file is not what its name says.");
    }
    atRecordStart = false;
    close();
    records = open(line);
  }

  private CloseableIterator<CsvRecord> open(long lines) {
    last = lines;
    try {
      var reader = CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .detectBomHeader(true)
          .ofCsvRecord(source.open(), source.charset());
      reader.skipLines((int) lines);
      return reader.iterator();
    } catch (UncheckedIOException e) {
      throw source.unreadable(e);
    }
  }

  private static String excerpt(CsvRecord row) {
    var excerpt = String.join(",", row.getFields().subList(0, Math.min(3, row.getFieldCount()))).strip();
    return excerpt.substring(0, Math.min(LONGEST_EXCERPT, excerpt.length()));
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }
}
