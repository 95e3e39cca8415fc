package band.civic.corkboard.page;

import band.civic.clerk.spi.SiteDatabase.Column;
import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Unit;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.SubjectPage.Body;
import band.civic.corkboard.page.SubjectPage.Figure;
import band.civic.corkboard.page.SubjectPage.Heading;
import band.civic.corkboard.page.SubjectPage.Picture;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.subject.Leads;
import band.civic.corkboard.subject.Part;
import band.civic.corkboard.subject.Pictures;
import band.civic.corkboard.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the page of a thing out of its sections.
public final class SubjectPages {
  private final Scope scope;
  private final String database;
  private final String self;

  /// @param database the path of the database
  /// @param self the path of the page, without a format
  public SubjectPages(Scope scope, String database, String self) {
    this.scope = scope;
    this.database = database;
    this.self = self;
  }

  public SubjectPage page(Subject subject) {
    var parts = subject.page().sections().stream().map(s -> part(subject.read(scope, s))).filter(p -> !p.isEmpty());
    var all = database + "/-/" + subject.page().name();
    return new SubjectPage(subject.page().title(), "", figures(subject.facts()), parts.toList(),
        List.of(new Link("JSON", self + ".json"), new Link("All: " + subject.page().index().title(), all)));
  }

  /// The list of all things of a kind.
  public SubjectPage list(String kind, Part index) {
    return new SubjectPage(kind, "", List.of(), List.of(part(index)), List.of(new Link("JSON", self + ".json")));
  }

  private SubjectPage.Part part(Part part) {
    var section = part.section();
    boolean figures = section.look() == Look.FIGURES;
    var headings = part.columns().stream().map(c -> new Heading(c.title(), style(c), c.counts())).toList();
    var rows = figures ? List.<List<Cell>>of() : part.rows().rows().stream().map(r -> cells(part, r)).toList();
    var note = part.rows().truncated() ? "There are more rows than are shown here." : part.failure();
    var body = new Body(figures ? figures(part) : List.of(), headings, rows, note);
    var picture = Pictures.of(section.title(), part)
        .map(c -> new Picture(section.title(), self + "/" + section.name() + ".svg",
            self + "/" + section.name() + ".json?_chart=1"));
    return new SubjectPage.Part(section.name(), section.title(), section.counts(), body, picture, links(part));
  }

  private static String style(Column column) {
    return column.unit() == Unit.DOLLARS || column.unit() == Unit.NUMBER ? "num" : "";
  }

  private List<Link> links(Part part) {
    if (part.section().look() == Look.FIGURES && part.rows().rows().isEmpty()) {
      return List.of();
    }
    var path = self + "/" + part.section().name();
    var links = new ArrayList<Link>();
    links.add(new Link("CSV", path + ".csv"));
    links.add(new Link("JSON", path + ".json"));
    if (scope.config().allowsSql(scope.database())) {
      var args = new Args(List.of()).with("sql", part.sql().text());
      for (var param : part.sql().params().entrySet()) {
        args = args.with(param.getKey(), Cells.text(param.getValue()));
      }
      links.add(new Link("SQL", database + "/-/query" + args.toQuery()));
    }
    return links;
  }

  private List<Figure> figures(Part part) {
    if (part.rows().rows().isEmpty()) {
      return List.of();
    }
    var row = part.rows().rows().getFirst();
    return part.columns()
        .stream()
        .filter(c -> part.value(row, c.name()) != null)
        .map(c -> new Figure(c.title(), cell(part, row, c), c.counts()))
        .toList();
  }

  private List<Cell> cells(Part part, @Nullable Object[] row) {
    return part.columns().stream().map(c -> cell(part, row, c)).toList();
  }

  private Cell cell(Part part, @Nullable Object[] row, Column column) {
    var href = Leads.fill(column.link(), name -> Optional.ofNullable(part.value(row, name)).map(Cells::text))
        .map(below -> database + "/" + below);
    return Amounts.cell(column.unit(), part.value(row, column.name()), href);
  }

  /// The path of a thing's page.
  public static String path(String database, Subject subject) {
    return database + "/-/" + subject.page().name() + "/" + Tilde.encode(subject.key());
  }
}
