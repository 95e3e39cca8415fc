package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of a CSV file (RFC 4180, line ends CR, LF and CRLF in any mixture), with the place where each begins. A
/// record that its reader refuses is set aside, and reading goes on with the line after its first: a quote that is never
/// closed costs one row, not the rest of the file.
final class CsvRecords implements AutoCloseable {
  private static final int MOST_FAULTS = 200;

  private final Path file;
  private final Charset charset;
  private final List<WireFault> faults = new ArrayList<>();
  private CloseableIterator<CsvRecord> records;
  private long skipped;
  private long last;

  CsvRecords(Path file) {
    this.file = file;
    this.charset = CsvText.charsetOf(file);
    this.records = open(0);
  }

  /// The next record; empty at the end of the file.
  Optional<CsvRecord> next() {
    while (true) {
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        var row = records.next();
        last = row.getStartingLineNumber();
        return Optional.of(row);
      } catch (CsvParseException e) {
        refuse(last + 1, "it is no CSV: " + e.getMessage(), "");
      } catch (UncheckedIOException e) {
        throw unreadable(e);
      }
    }
  }

  /// The line of the file where the record begins, from 1.
  long line(CsvRecord row) {
    return skipped + row.getStartingLineNumber();
  }

  /// Sets the record aside and goes on with the line after the one it begins in.
  void refuse(CsvRecord row, String reason) {
    refuse(row.getStartingLineNumber(), reason, excerpt(row));
  }

  List<WireFault> faults() {
    return List.copyOf(faults);
  }

  private void refuse(long startingLine, String reason, String excerpt) {
    var line = skipped + startingLine;
    faults.add(new WireFault(line, reason, excerpt));
    if (faults.size() > MOST_FAULTS) {
      throw new BadSourceData(
          file.getFileName() + ": more than " + MOST_FAULTS + " rows cannot be read, the last in line "
              + line + " (" + reason + "). The file is not what its name says.");
    }
    close();
    records = open(line);
  }

  private CloseableIterator<CsvRecord> open(long lines) {
    skipped = lines;
    last = 0;
    try {
      var reader = CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .detectBomHeader(true)
          .ofCsvRecord(file, charset);
      reader.skipLines((int) lines);
      return reader.iterator();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  /// The first fields, as far as the first that a street or a number could stand in.
  private static String excerpt(CsvRecord row) {
    var excerpt = String.join(",", row.getFields().subList(0, Math.min(3, row.getFieldCount()))).strip();
    return excerpt.substring(0, Math.min(60, excerpt.length()));
  }

  private BadSourceData unreadable(Exception cause) {
    return new BadSourceData(file.getFileName() + " cannot be read: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
