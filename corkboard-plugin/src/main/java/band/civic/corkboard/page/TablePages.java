package band.civic.corkboard.page;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Args.Arg;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.query.ExtraBlocks;
import band.civic.corkboard.query.Operator;
import band.civic.corkboard.query.TableCall;
import band.civic.corkboard.query.TableRows;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.render.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the page of a table out of its rows and extra blocks.
public final class TablePages {
  static final List<TablePage.Choice> OPERATORS = operators();

  private final TableCall call;
  private final TableRows rows;
  private final ExtraBlocks blocks;
  private final Call page;

  public TablePages(TableCall call, TableRows rows, ExtraBlocks blocks) {
    this.call = call;
    this.rows = rows;
    this.blocks = blocks;
    this.page = call.call();
  }

  private static List<TablePage.Choice> operators() {
    return Arrays.stream(Operator.values())
        .map(o -> new TablePage.Choice(o.display(), o.takesValue() ? o.key() : o.key() + "__1"))
        .toList();
  }

  public TablePage page() {
    return new TablePage(page.link(page.path()), head(), tools(), facets(), grid(), links());
  }

  private TablePage.Head head() {
    var count = blocks.value("count") instanceof Optional<?> found && found.orElse(null) instanceof Long n
        ? String.format("%,d", n) + (Boolean.TRUE.equals(blocks.value("count_truncated")) ? "+" : "")
            + (n == 1 ? " row" : " rows")
        : "Rows";
    return new TablePage.Head(count, String.valueOf(blocks.value("human_description_en")),
        call.table().traits().definition());
  }

  private TablePage.Tools tools() {
    var args = call.args();
    var sort = rows.order();
    var hidden = args.pairs()
        .stream()
        .filter(p -> isSpecial(p) && !p.key().startsWith("_sort")
            && !p.key().equals("_next"))
        .toList();
    var kept = args.without("_search").without("_next").pairs();
    boolean offered = call.table().ftsTable().isPresent() || call.config().ftsTable().isPresent()
        || args.has("_fts_table");
    return new TablePage.Tools(filters(), filterColumns(),
        call.config().sortableColumns().orElseGet(call.table()::columnNames),
        new TablePage.Sort(sort.column().orElse(""), sort.descending()),
        new TablePage.Search(offered, args.find("_search").orElse(""), kept), hidden);
  }

  private static boolean isSpecial(Arg argument) {
    return argument.key().startsWith("_") && !argument.key().contains("__");
  }

  private List<TablePage.Filter> filters() {
    var filters = new ArrayList<TablePage.Filter>();
    for (var selection : rows.selections()) {
      var operator = selection.operator();
      filters.add(new TablePage.Filter("_" + (filters.size() + 1), selection.column(),
          operator.takesValue() ? operator.key() : operator.key() + "__1",
          operator.takesValue() ? selection.value() : ""));
    }
    filters.add(new TablePage.Filter("", "", "exact", ""));
    return filters;
  }

  private List<String> filterColumns() {
    var columns = new ArrayList<>(rows.columns());
    call.table().columnNames().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
    return columns;
  }

  private List<TablePage.Facet> facets() {
    var facets = new ArrayList<TablePage.Facet>();
    if (blocks.value("sorted_facet_results") instanceof List<?> found) {
      found.forEach(f -> facets.add(facet((Map<?, ?>) f)));
    }
    return facets;
  }

  private TablePage.Facet facet(Map<?, ?> found) {
    var kind = String.valueOf(found.get("type"));
    var values = list(found.get("results")).stream().map(v -> value((Map<?, ?>) v)).toList();
    return new TablePage.Facet(String.valueOf(found.get("name")), kind.equals("column") ? "" : kind,
        Boolean.TRUE.equals(found.get("hideable")) ? String.valueOf(found.get("toggle_url")) : "", values,
        Boolean.TRUE.equals(found.get("truncated")), chart(String.valueOf(found.get("name")), kind));
  }

  private String chart(String column, String kind) {
    var args = call.args()
        .without(p -> p.key().startsWith("_facet") || p.key().equals("_next"))
        .with(kind.equals("column") ? "_facet" : "_facet_" + kind, column);
    return page.link("/" + Tilde.encode(call.scope().database()) + "/" + Tilde.encode(call.table().name())
        + "/-/chart") + args.toQuery();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> items ? items : List.of();
  }

  private static TablePage.FacetValue value(Map<?, ?> found) {
    var label = Cells.text(found.get("label"));
    return new TablePage.FacetValue(label.isBlank() ? "-" : label, String.valueOf(found.get("toggle_url")),
        found.get("count") instanceof Number n ? n.longValue() : 0, Boolean.TRUE.equals(found.get("selected")));
  }

  private TablePage.Grid grid() {
    var place = new Cell.Place(page, call.scope().database(), Optional.of(call.table()),
        call.scope().settings().number("truncate_cells_html"));
    var keys = call.table().keyColumns();
    boolean ownLink = keys.size() != 1 || call.table().usesRowid();
    var shown = new ArrayList<List<Cell>>();
    for (var row : rows.rows()) {
      shown.add(cells(place, row, ownLink));
    }
    var next = rows.nextArgs().map(page::linkWith).orElse("");
    return new TablePage.Grid(headings(ownLink && !call.table().isView()), shown, next);
  }

  private List<Cell> cells(Cell.Place place, @Nullable Object[] row, boolean ownLink) {
    var keys = call.table().keyColumns();
    var database = page.link("/" + Tilde.encode(call.scope().database()));
    var about = call.table().isView()
        ? PageLinks.ofResult(call.scope(), database)
        : PageLinks.ofTable(call.scope(), database);
    var cells = new ArrayList<Cell>();
    Optional<String> path = call.table().isView()
        ? Optional.empty()
        : Optional.of(page.link("/" + Tilde.encode(call.scope().database()) + "/" + Tilde.encode(call.table().name())
            + "/" + Shapes.keyPath(keys, rows.columns(), row)));
    if (ownLink && path.isPresent()) {
      cells.add(Cell.link(String.join(",", keys.stream().map(k -> Cells.text(row[rows.columns().indexOf(k)])).toList()),
          path.get()));
    }
    for (int i = 0; i < rows.columns().size(); i++) {
      boolean isKey = !ownLink && path.isPresent() && rows.columns().get(i).equals(keys.getFirst());
      cells.add(isKey
          ? Cell.link(Cells.text(row[i]), path.get())
          : about.link(place.cell(rows.columns().get(i), row[i], path), rows.columns().get(i), rows.columns(), row));
    }
    return cells;
  }

  private List<TablePage.Heading> headings(boolean ownLink) {
    var headings = new ArrayList<TablePage.Heading>();
    if (ownLink) {
      headings.add(new TablePage.Heading("Link", "", "", ""));
    }
    if (blocks.value("display_columns") instanceof List<?> columns) {
      columns.forEach(c -> headings.add(heading((Map<?, ?>) c)));
    }
    return headings;
  }

  private TablePage.Heading heading(Map<?, ?> column) {
    var name = String.valueOf(column.get("name"));
    var description = column.get("description") == null ? "" : String.valueOf(column.get("description"));
    if (!Boolean.TRUE.equals(column.get("sortable"))) {
      return new TablePage.Heading(name, "", "", description);
    }
    boolean sorted = rows.order().column().filter(name::equals).isPresent();
    boolean descending = sorted && rows.order().descending();
    var args = call.args()
        .without("_sort")
        .without("_sort_desc")
        .without("_next")
        .with(sorted && !descending ? "_sort_desc" : "_sort", name);
    return new TablePage.Heading(name, page.linkWith(args), sorted ? (descending ? " ▼" : " ▲") : "", description);
  }

  private TablePage.Links links() {
    var args = call.args();
    boolean labels = !call.table().outgoing().isEmpty();
    var csvArgs = args.without("_size").with("_size", "max");
    var exports = List.of(new Link("JSON", page.linkAs("json", args)),
        new Link("CSV", page.linkAs("csv", csvArgs)),
        new Link("Parquet", page.linkAs("parquet", args.without("_next").without("_size"))));
    var hidden = args.without(p -> List.of("_labels", "_facet", "_size").contains(p.key())).with("_size", "max");
    var csv = new TablePage.CsvForm(page.linkAs("csv", new Args(List.of())), labels,
        call.scope().settings().flag("allow_csv_stream") && args.find("_next").isEmpty(), hidden.pairs(), shapes());
    return new TablePage.Links(sqlLink(), exports, suggestions(),
        blocks.value("facets_timed_out") instanceof List<?> late
            ? String.join(", ", late.stream()
                .map(Object::toString)
                .toList())
            : "",
        csv);
  }

  private List<Link> shapes() {
    var all = new ArrayList<Link>();
    all.add(new Link("default", page.linkAs("json", call.args())));
    all.add(new Link("array", page.linkAs("json", call.args().replaced("_shape", "array"))));
    all.add(new Link("newline-delimited",
        page.linkAs("json", call.args().replaced("_shape", "array").replaced("_nl", "on"))));
    if (!call.table().primaryKeys().isEmpty()) {
      all.add(new Link("object", page.linkAs("json", call.args().replaced("_shape", "object"))));
    }
    return all;
  }

  private String sqlLink() {
    if (!call.mayUseSql() || !(blocks.value("query") instanceof Map<?, ?> query)) {
      return "";
    }
    var args = new ArrayList<Arg>();
    args.add(new Arg("sql", String.valueOf(query.get("sql"))));
    if (query.get("params") instanceof Map<?, ?> params) {
      params.forEach((name, value) -> args.add(new Arg(String.valueOf(name), Cells.text(value))));
    }
    return page.link("/" + Tilde.encode(call.scope().database()) + "/-/query") + new Args(args).toQuery();
  }

  private List<Link> suggestions() {
    var all = new ArrayList<Link>();
    if (blocks.value("suggested_facets") instanceof List<?> found) {
      found.forEach(f -> {
        var type = ((Map<?, ?>) f).get("type");
        all.add(new Link(((Map<?, ?>) f).get("name") + (type == null ? "" : " (" + type + ")"),
            String.valueOf(((Map<?, ?>) f).get("toggle_url"))));
      });
    }
    return all;
  }
}
