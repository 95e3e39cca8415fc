package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.clerk.spi.SiteDatabase.Column;
import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.clerk.spi.SiteDatabase.Unit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The pages about committees, contributors, years and elections. What they show stands in `pages.sql`, each statement headed by
/// `-- page.section`; how it looks, and which rows every number counts, in the class of the page.
final class FinancePages {
  static final String ADDED = "Each contribution that counts, once: rows of schedules A and C, and late contributions "
      + "(form 497) that no summary covers yet. ";
  static final String PAID = "Each payment that counts, once: rows of schedule E, and of form 461 part 5. ";
  static final String NAMESAKES = "By name alone, so namesakes are one, and another spelling is another name.";
  private static final Pattern HEADED = Pattern.compile("-- ([a-z]+\\.[a-z]+)\\n(.+)\\z", Pattern.DOTALL);
  private static final Map<String, String> STATEMENTS = SqlScript.resource(FinancePages.class, "pages.sql")
      .statements()
      .stream()
      .map(HEADED::matcher)
      .filter(m -> m.find())
      .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));

  private FinancePages() {}

  static List<Page> list() {
    return List.of(CommitteePage.page(), ContributorPage.page(), YearPage.page(), ElectionPage.page());
  }

  /// A section of that name in `pages.sql`.
  static Section section(Heading heading, Look look, Column... columns) {
    var sql = STATEMENTS.get(heading.name);
    if (sql == null) {
      throw new IllegalStateException("pages.sql has no statement " + heading.name);
    }
    return new Section(heading.name.substring(heading.name.indexOf('.') + 1), heading.title, heading.counts, sql, look,
        List.of(columns));
  }

  /// What stands over a section.
  ///
  /// @param name `page.section`
  /// @param title for people
  /// @param counts which rows it counts
  record Heading(String name, String title, String counts) {

    /// With the words of `totals_explained`.
    static Heading explained(String name, String title, String total) {
      return new Heading(name, title, Explanations.of(total).counts());
    }
  }

  /// Money by label, as bars.
  static Section bars(String name, String title, String total) {
    return section(Heading.explained(name, title, total), Look.BARS, Column.of("label", title, Unit.TEXT), amount(),
        items());
  }

  /// A column of `committee_totals` or `committee_spans`, with the words of `totals_explained`.
  static Column total(String name, String title) {
    return dollars(name, title).counting(Explanations.of("committee_totals." + name).counts());
  }

  static Column dollars(String name, String title) {
    return Column.of(name, title, Unit.DOLLARS);
  }

  static Column text(String name, String title) {
    return Column.of(name, title, Unit.TEXT);
  }

  static Column date(String name, String title) {
    return Column.of(name, title, Unit.DATE);
  }

  static Column number(String name, String title) {
    return Column.of(name, title, Unit.NUMBER);
  }

  static Column amount() {
    return dollars("amount", "Dollars");
  }

  static Column items() {
    return number("n", "Items");
  }

  static Column year() {
    return Column.of("year", "Year", Unit.DATE).to("-/year/{year}");
  }

  static Column committee(String name, String title) {
    return text(name, title).to("-/committee/{filer_key}");
  }

  static Column person() {
    return text("name", "Name").to("-/contributor/{name}");
  }

  static Column report() {
    return text("report", "Report").to("filings/{filing_key}");
  }

  static Column image() {
    return text("pdf_url", "As filed");
  }
}
