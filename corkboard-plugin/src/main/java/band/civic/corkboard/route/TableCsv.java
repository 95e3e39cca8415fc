package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.query.TableCall;
import band.civic.corkboard.query.TableRows;
import band.civic.corkboard.render.Csv;
import band.civic.corkboard.render.Shapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table or view as CSV: one page of it.
final class TableCsv {
  private final Visit visit;
  private final TableCall call;

  TableCsv(Visit visit, TableCall call) {
    this.visit = visit;
    this.call = call;
  }

  Answer answer() {
    var rows = TableRows.read(call, false);
    var out = new ByteArrayOutputStream();
    var csv = new Csv(out, rows.columns(), rows.expanded(),
        (row, column) -> blobLink(rows.columns(), row, rows.columns().get(column)));
    try {
      if (!call.args().isOff("_header")) {
        csv.writeHeader();
      }
      for (var row : rows.rows()) {
        csv.writeRow(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var answer = Answer.of(Answer.TEXT, out.toByteArray());
    return TableRoute.cached(download(answer, call.args(), call.table().name()), visit);
  }

  /// With `_dl` the browser saves the answer instead of showing it.
  static Answer download(Answer answer, Args args, String name) {
    if (args.findFilled("_dl").isEmpty()) {
      return answer;
    }
    return answer.with("content-type", "text/csv; charset=utf-8")
        .with("content-disposition",
            "attachment; filename=\"" + Tilde.encode(name) + ".csv\"");
  }

  private String blobLink(List<String> columns, @Nullable Object[] row, String column) {
    return call.table().isView()
        ? ""
        : blobLink(visit.call(), call, Shapes.keyPath(call.table().keyColumns(), columns,
            row), column);
  }

  static String blobLink(Call call, TableCall table, String key, String column) {
    return call.absolute(call.link("/" + Tilde.encode(table.scope().database()) + "/" + Tilde.encode(table.table()
        .name()) + "/" + key + ".blob?_blob_column=" + Args.encode(column)));
  }
}
