package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.query.QueryCall;
import band.civic.corkboard.query.Streaming;
import band.civic.corkboard.render.Csv;
import band.civic.corkboard.render.Grid;
import band.civic.corkboard.render.Shapes;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.SqlGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions in SQL.
final class QueryRoute {
  private final Visit visit;
  private final Visit.Opened opened;

  QueryRoute(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  /// The reader's own SQL.
  Answer custom(Optional<String> format) {
    var database = opened.file().name();
    if (!visit.instance().config().allowsSql(database)) {
      throw Failure.forbidden("You do not have permission to execute SQL");
    }
    var sql = visit.call().args().find("sql").map(String::strip).filter(s -> !s.isEmpty());
    if (sql.isEmpty() && format.isEmpty()) {
      return new QueryHtml(visit, opened).blank();
    }
    if (sql.isEmpty()) {
      throw Failure.badRequest("?sql= is required");
    }
    if (format.isEmpty() && visit.call().args().findFilled("_format").isEmpty()) {
      return new QueryHtml(visit, opened).custom(visit.call().args().find("sql").orElse(""))
          .with(Front.VOLATILE, "sql");
    }
    return answer(QueryCall.custom(opened.scope(), visit.call(), visit.call().args().find("sql").orElse("")), format);
  }

  Answer stored(StoredQuery query, Optional<String> format) {
    if (!visit.instance().config().showsQuery(query)) {
      throw Failure.forbidden("You do not have permission to view this query");
    }
    return answer(QueryCall.stored(opened.scope(), visit.call(), query), format);
  }

  private Answer answer(QueryCall query, Optional<String> format) {
    var answer = inFormat(query, format);
    return SqlGuard.mayChange(query.sql().text()) || query.sql().text().contains(":_")
        ? answer.with(Front.VOLATILE, "sql")
        : answer;
  }

  private Answer inFormat(QueryCall query, Optional<String> format) {
    var chosen = format.or(() -> visit.call().args().findFilled("_format")).orElse("html");
    return TableRoute.cached(switch (chosen) {
      case "json" -> json(query);
      case "html" -> new QueryHtml(visit, opened).answer(query);
      case "csv" -> visit.call().args().isOn("_stream") ? stream(query).csv() : csv(query);
      case "ndjson" -> stream(query).ndjson();
      case "parquet" -> stream(query).parquet(query.stored().map(StoredQuery::name).orElse(opened.file().name()));
      case "blob" -> Blobs.ofQuery(visit.call().args(), query.rows());
      default -> throw Failure.notFound("Invalid format: " + chosen);
    }, visit);
  }

  private RowStream stream(QueryCall query) {
    var _ = Streaming.of(query);
    return new RowStream(visit, opened.file(), scope -> Streaming.of(query.in(scope)));
  }

  private Answer json(QueryCall query) {
    var rows = query.rows();
    var blocks = query.extras(rows);
    var names = blocks.requested();
    var around = new LinkedHashMap<String, @Nullable Object>();
    around.put("ok", true);
    around.put("rows", null);
    around.put("truncated", rows.truncated());
    blocks.addTo(around, names);
    return Shapes.answer(visit.call().args(), new Grid(rows.columns(), rows.rows(), Optional.empty()), around);
  }

  private Answer csv(QueryCall query) {
    var rows = query.rows();
    var out = new ByteArrayOutputStream();
    var csv = new Csv(out, rows.columns(), List.of(), (row, column) -> blobLink(rows, row, column));
    try {
      if (!visit.call().args().isOff("_header")) {
        csv.writeHeader();
      }
      for (var row : rows.rows()) {
        csv.writeRow(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // the rows themselves cannot say that there are more
    var answer = Answer.of(Answer.TEXT, out.toByteArray())
        .with("datasette-truncated", Boolean.toString(rows.truncated()))
        .with("datasette-max-returned-rows", Integer.toString(query.limits().rows()));
    return TableCsv.download(answer, visit.call().args(), opened.file().name());
  }

  private String blobLink(Rows rows, @Nullable Object[] row, int column) {
    var call = visit.call();
    var hash = row[column] instanceof byte[] blob ? Blobs.hash(blob) : "";
    Args args = call.args().with("_blob_column", rows.columns().get(column)).with("_blob_hash", hash);
    return call.absolute(call.link(call.path().replaceFirst("\\.csv$", "") + ".blob" + args.toQuery()));
  }
}
