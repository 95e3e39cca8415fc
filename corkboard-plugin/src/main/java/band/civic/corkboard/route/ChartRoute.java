package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.query.QueryCall;
import band.civic.corkboard.query.TableCall;
import band.civic.corkboard.query.TableExtras;
import band.civic.corkboard.query.TableRows;
import band.civic.corkboard.render.BarChart;
import band.civic.corkboard.render.BarChart.Bar;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Pictures: of the first facet of a table page, by date when it is one, or of a stored query whose first column names
/// and whose first number measures.
final class ChartRoute {
  private static final int MOST = 60;

  private final Visit visit;
  private final Visit.Opened opened;

  ChartRoute(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  Answer ofTable(Table table) {
    var call = new TableCall(opened.scope(), table, visit.call().withArgs(visit.call().args().replaced("_size", "0")));
    var blocks = TableExtras.of(call, TableRows.read(call, false));
    if (!(blocks.value("sorted_facet_results") instanceof List<?> facets) || facets.isEmpty()
        || !(facets.getFirst() instanceof Map<?, ?> facet) || !(facet.get("results") instanceof List<?> results)) {
      throw Failure.badRequest("Say what to count: ?_facet=COLUMN, ?_facet_date=COLUMN or ?_facet_array=COLUMN");
    }
    var bars = new ArrayList<Bar>();
    results.forEach(r -> {
      if (r instanceof Map<?, ?> value && value.get("count") instanceof Number count) {
        bars.add(new Bar(Cells.text(value.get("label")), count.doubleValue()));
      }
    });
    if ("date".equals(facet.get("type"))) {
      bars.sort(java.util.Comparator.comparing(Bar::label));
    }
    var words = String.valueOf(blocks.value("human_description_en"));
    return picture(table.name() + " by " + facet.get("name") + (words.isEmpty() ? "" : ", " + words), bars);
  }

  Answer ofQuery(StoredQuery query) {
    var rows = QueryCall.stored(opened.scope(), visit.call(), query).rows();
    var bars = new ArrayList<Bar>();
    for (var row : rows.rows()) {
      for (int i = 1; i < row.length; i++) {
        if (row[i] instanceof Number number) {
          bars.add(new Bar(Cells.text(row[0]), number.doubleValue()));
          break;
        }
      }
    }
    if (bars.isEmpty()) {
      throw Failure.badRequest("This query has no column of numbers after its first column");
    }
    return picture(query.title().orElse(query.name()), bars);
  }

  private Answer picture(String title, List<Bar> bars) {
    var chart = new BarChart(title, bars.subList(0, Math.min(MOST, bars.size())));
    var answer = Answer.text("image/svg+xml; charset=utf-8", chart.svg())
        .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return TableRoute.cached(answer, visit);
  }
}
