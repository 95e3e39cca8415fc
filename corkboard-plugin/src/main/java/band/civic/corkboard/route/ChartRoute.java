package band.civic.corkboard.route;

import band.civic.corkboard.chart.Chart;
import band.civic.corkboard.chart.Chart.Kind;
import band.civic.corkboard.chart.Chart.Series;
import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.ChartPage;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.generated.JtechartGenerated;
import band.civic.corkboard.page.generated.JteembedGenerated;
import band.civic.corkboard.query.DateCounts;
import band.civic.corkboard.query.QueryCall;
import band.civic.corkboard.query.TableCall;
import band.civic.corkboard.query.TableExtras;
import band.civic.corkboard.query.TableRows;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Charts: of the first facet of a table page, over time when it is one of dates, or of a stored query whose first column
/// names and whose first number measures. `chart` is a page, `chart.svg` the picture, `chart.json` what it shows.
final class ChartRoute {
  private final Visit visit;
  private final Visit.Opened opened;

  ChartRoute(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  Answer ofTable(Table table, String format) {
    var call = new TableCall(opened.scope(), table, visit.call().withArgs(visit.call().args().replaced("_size", "0")));
    var blocks = TableExtras.of(call, TableRows.read(call, false));
    var facet = asked(blocks.value("sorted_facet_results"));
    if (!(facet.get("results") instanceof List<?> results)) {
      throw Failure.badRequest("Say what to count: ?_facet=COLUMN, ?_facet_date=COLUMN or ?_facet_array=COLUMN");
    }
    var column = String.valueOf(facet.get("name"));
    var bars = new ArrayList<Bar>();
    boolean dates = "date".equals(facet.get("type"));
    if (dates) {
      DateCounts.of(call, column).forEach((day, count) -> bars.add(new Bar(day, count)));
    } else {
      results.forEach(r -> bars.add(bar((Map<?, ?>) r)));
    }
    var named = opened.scope().config().metadata(opened.file().name(), table.name()).get("title");
    var words = String.valueOf(blocks.value("human_description_en")).replaceFirst(" ?sorted by .*$", "");
    var title = (named instanceof String text ? text : table.name()) + " by " + column
        + (words.isEmpty() ? "" : ", " + words);
    return answer(chart(title, dates ? Kind.TIME : Kind.BARS, "rows", bars), table.name(), format);
  }

  private static Bar bar(Map<?, ?> value) {
    return new Bar(Cells.text(value.get("label")), value.get("count") instanceof Number n ? n.doubleValue() : 0);
  }

  /// The facet that the address asks for, among those that the table always has.
  private Map<?, ?> asked(@Nullable Object facets) {
    var wanted = visit.call().args().pairs().stream().filter(p -> p.key().startsWith("_facet")).findFirst();
    var all = facets instanceof List<?> found
        ? found.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList()
        : List.<Map<?, ?>>of();
    return wanted.flatMap(w -> all.stream()
        .filter(f -> w.value().equals(f.get("name")))
        .filter(f -> w.key().equals("column".equals(f.get("type")) ? "_facet" : "_facet_" + f.get("type")))
        .findFirst()).orElseGet(() -> all.isEmpty() ? Map.of() : all.getFirst());
  }

  Answer ofQuery(StoredQuery query, String format) {
    var rows = QueryCall.stored(opened.scope(), visit.call(), query).rows();
    var chart = measured(query.title().orElse(query.name()), rows);
    return answer(chart.orElseThrow(() -> Failure.badRequest(
        "This query has no column of numbers after its first column")), query.name(), format);
  }

  /// Rows as a chart: the first column names, the first column of numbers after it measures, over time when the names
  /// are years, months or days.
  static Optional<Chart> measured(String title, Rows rows) {
    int measure = -1;
    for (int i = 1; i < rows.columns().size() && measure < 0; i++) {
      int column = i;
      measure = rows.rows().stream().anyMatch(r -> r[column] instanceof Number) ? i : -1;
    }
    if (measure < 0) {
      return Optional.empty();
    }
    var bars = new ArrayList<Bar>();
    for (var row : rows.rows()) {
      bars.add(new Bar(Cells.text(row[0]), row[measure] instanceof Number number ? number.doubleValue() : 0));
    }
    boolean dates = bars.size() > 1 && bars.stream().allMatch(b -> b.label.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?"));
    return Optional.of(chart(title, dates ? Kind.TIME : Kind.BARS, rows.columns().get(measure), bars));
  }

  private record Bar(String label, double value) {}

  private static Chart chart(String title, Kind kind, String measure, List<Bar> bars) {
    var values = new ArrayList<@Nullable Double>();
    bars.forEach(b -> values.add(b.value));
    return new Chart(title, kind, false, bars.stream().map(Bar::label).toList(), List.of(new Series(measure, values)));
  }

  private Answer answer(Chart chart, String of, String format) {
    return switch (format) {
      case "svg" -> TableRoute.cached(picture(chart), visit);
      case "json" -> TableRoute.cached(Answer.json(chart), visit);
      default -> TableRoute.cached(page(chart, of), visit);
    };
  }

  private Answer page(Chart chart, String of) {
    var call = visit.call();
    var table = call.link("/" + Tilde.encode(opened.file().name()) + "/" + Tilde.encode(of));
    var rows = new ArrayList<Map.Entry<String, Double>>();
    for (int i = 0; i < chart.labels().size(); i++) {
      rows.add(Map.entry(chart.labels().get(i), Objects.requireNonNullElse(chart.series().getFirst().values().get(i),
          0.0)));
    }
    var args = call.args();
    var shown = new ChartPage(chart.title(), chart.series().getFirst().label(), rows,
        new ChartPage.Places(call.linkAs("svg", args), call.linkAs("json", args),
            call.absolute(call.linkAs("svg", args)), call.absolute(call.linkWith(args.replaced("_embed", "1"))),
            table + args.toQuery()));
    var frame = new Frames(visit).below(opened.scope(), chart.title(), Map.of(), new Link(of, table));
    return args.has("_embed")
        ? Pages.embedded(frame, out -> JteembedGenerated.render(out, null, frame, shown))
        : Pages.answer(frame, out -> JtechartGenerated.render(out, null, frame, shown));
  }

  /// A picture that any page may show.
  static Answer picture(Chart chart) {
    return Answer.text("image/svg+xml; charset=utf-8", chart.svg())
        .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  }
}
