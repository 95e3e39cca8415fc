package band.civic.corkboard.route;

import band.civic.corkboard.guard.Lanes;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Source;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.parquet.Field;
import band.civic.corkboard.parquet.ParquetWriter;
import band.civic.corkboard.query.QueryCall;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.query.Streaming;
import band.civic.corkboard.render.Csv;
import band.civic.corkboard.sqlite.SqlFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All rows of a table, view or query in one answer, written while they are read: memory holds one row. A stream that
/// fails is cut off, so that nobody takes the part for the whole; `_end=on` adds a last line that says how many rows
/// there were.
final class RowStream {
  private static final Semaphore PLACES = new Semaphore(12);
  private static final Lanes LANES = new Lanes(3, 0, 0);
  private static final long LONGEST_MILLIS = 600_000;

  private final Visit visit;
  private final DatabaseFile file;
  private final Function<Scope, Streaming> rows;

  RowStream(Visit visit, DatabaseFile file, Function<Scope, Streaming> rows) {
    this.visit = visit;
    this.file = file;
    this.rows = rows;
  }

  Answer csv() {
    if (!visit.instance().config().settings().flag("allow_csv_stream")) {
      throw Failure.badRequest("CSV streaming is disabled");
    }
    return answer(Answer.TEXT, this::writeCsv);
  }

  Answer ndjson() {
    return answer("application/x-ndjson; charset=utf-8", this::writeLines);
  }

  /// @param name the file's name without its ending
  Answer parquet(String name) {
    return answer("application/vnd.apache.parquet", this::writeParquet).with("content-disposition",
        "attachment; filename=\"" + Tilde.encode(name) + ".parquet\"");
  }

  private void writeParquet(OutputStream out) throws IOException {
    try (var opened = visit.open(file)) {
      var streaming = rows.apply(opened.scope());
      var kinds = streaming.kinds(LONGEST_MILLIS);
      var fields = new ArrayList<Field>();
      for (int i = 0; i < streaming.columns().size(); i++) {
        fields.add(new Field(streaming.columns().get(i), Field.Type.of(kinds.get(i))));
      }
      var parquet = new ParquetWriter(out, Field.unique(fields));
      streaming.forEach(LONGEST_MILLIS, parquet::write);
      // only a file that was written to its end gets one
      parquet.close();
    } catch (UncheckedIOException e) {
      throw new IOException("The Parquet file was cut", e);
    } catch (TooMuch cut) {
      throw new IOException("The Parquet file was cut: " + cut.getMessage(), cut);
    }
  }

  private Answer answer(String type, Source source) {
    var site = visit.instance().name().isEmpty() ? file.name() : visit.instance().name();
    return Answer.stream(type, out -> {
      if (!PLACES.tryAcquire()) {
        throw Failure.unavailable("Too many streams at once; try again later");
      }
      try {
        LANES.in(site, () -> write(source, out));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } finally {
        PLACES.release();
      }
    });
  }

  private boolean write(Source source, OutputStream out) {
    try {
      try {
        source.writeTo(new Bounded(out, visit.instance().config().settings().number("max_csv_mb")));
      } catch (SqlFailure failed) {
        throw QueryCall.readable(failed);
      } catch (TooMuch cut) {
        // the answer has begun, so only its last line can say that it is not whole
        out.write((cut.getMessage() + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeCsv(OutputStream out) throws IOException {
    long[] count = new long[1];
    try (var opened = visit.openAlone(file)) {
      var streaming = rows.apply(opened.scope());
      var csv = new Csv(out, streaming.columns(), streaming.labelled(), streaming::blobLink);
      if (!visit.call().args().isOff("_header")) {
        csv.writeHeader();
      }
      streaming.forEach(LONGEST_MILLIS, row -> {
        csv.writeRow(row);
        count[0]++;
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    end(out, "# end of data, " + count[0] + " rows\r\n");
  }

  private void writeLines(OutputStream out) throws IOException {
    long[] count = new long[1];
    try (var opened = visit.openAlone(file)) {
      var streaming = rows.apply(opened.scope());
      streaming.forEach(LONGEST_MILLIS, row -> {
        out.write(Json.bytes(object(streaming.columns(), row), visit.call().args().isOn("_json_infinity")));
        out.write('\n');
        count[0]++;
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    end(out, "{\"_end\":{\"rows\":" + count[0] + "}}\n");
  }

  private static Map<String, @Nullable Object> object(List<String> columns, @Nullable Object[] row) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), row[i]);
    }
    return object;
  }

  private void end(OutputStream out, String line) throws IOException {
    if (visit.call().args().isOn("_end")) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The stream grew beyond the setting `max_csv_mb`; 0 is no limit.
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(long most) {
      super("CSV contains more than " + most + " bytes");
    }
  }

  /// Counts what is written.
  private static final class Bounded extends OutputStream {
    private final OutputStream out;
    private final long most;
    private long written;

    Bounded(OutputStream out, int megabytes) {
      this.out = out;
      this.most = megabytes == 0 ? Long.MAX_VALUE : megabytes * 1024L * 1024L;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      written += length;
      if (written > most) {
        throw new TooMuch(most);
      }
      out.write(bytes, from, length);
    }
  }
}
