package band.civic.electionfinance.load;

import band.civic.clerk.spi.SiteDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes the reference page of the published database from the database itself and its declaration.
final class DatabaseReference {
  private static final Pattern COMMENTED = Pattern.compile("(?m)^  (\\w+)[^\\n]*? -- ([^\\n]+)$");
  private static final Pattern COMMENT_ABOVE = Pattern.compile("(?m)^  -- ([^\\n]+)\\n  (\\w+) ");

  private final LoadRun run;
  private final StringBuilder page = new StringBuilder();

  private DatabaseReference(LoadRun run) {
    this.run = run;
  }

  /// The page, in Markdown.
  static String of(LoadRun run) throws SQLException {
    var reference = new DatabaseReference(run);
    reference.intro();
    for (var table : FinanceDatabase.DECLARATION.tables()) {
      if (!table.hidden()) {
        reference.table(table);
      }
    }
    reference.totals();
    reference.pages();
    reference.queries();
    return reference.page.toString();
  }

  private void intro() {
    page.append("""
        # election_finance.db

        The database that `clerk finance` publishes for a site, `{storage}/{subdomain}/finance/election_finance.db`: one
        SQLite file, replaced by rename, never written in place. Made from the schema and the declaration by
        `DatabaseReferenceTest`; run it with `-Dclerk.docs.write=true` after changing them.

        Money is in US cents in `…_cents` and `cents`, and in dollars in the column beside. Dates are ISO 8601 text. Empty
        means unknown, never zero. Add the amounts of rows with the same `added_to`, or take a total: other rows repeat them.

        """);
  }

  private void table(SiteDatabase.Table table) throws SQLException {
    page.append("## ")
        .append(table.name())
        .append("\n\n**")
        .append(table.title())
        .append(".** ")
        .append(table.description())
        .append("\n\n");
    if (!table.facets().isEmpty()) {
      page.append("Facets: `").append(String.join("`, `", table.facets())).append("`.\n\n");
    }
    if (run.one("SELECT type FROM sqlite_schema WHERE name = '" + table.name() + "'").equals("view")) {
      var columns = run.rows("SELECT name FROM pragma_table_xinfo('" + table.name() + "') ORDER BY cid");
      page.append("A view. Columns: `").append(String.join("`, `", columns)).append("`.\n\n");
    } else {
      columns(table.name());
    }
  }

  private void columns(String table) throws SQLException {
    page.append("| Column | Type | Refers to | Meaning |\n|---|---|---|---|\n");
    var comments = comments(table);
    for (var line : run.rows("""
        SELECT x.name || '|' || x.type || '|' || ifnull(f."table", '') || '|' || (x.pk > 0)
        FROM pragma_table_xinfo('%1$s') x LEFT JOIN pragma_foreign_key_list('%1$s') f ON f."from" = x.name
        ORDER BY x.cid""".formatted(table))) {
      column(line.split("\\|", -1), comments);
    }
    page.append("\n");
  }

  private void column(String[] facts, Map<String, String> comments) {
    var name = facts[3].equals("1") ? "**" + facts[0] + "**" : facts[0];
    page.append("| ")
        .append(name)
        .append(" | ")
        .append(facts[1])
        .append(" | ")
        .append(facts[2])
        .append(" | ")
        .append(comments.getOrDefault(facts[0], "").replace("|", "\\|"))
        .append(" |\n");
  }

  private Map<String, String> comments(String table) throws SQLException {
    var comments = new HashMap<String, String>();
    var ddl = String.join("\n", run.rows("SELECT sql FROM sqlite_schema WHERE name = '" + table + "'"));
    COMMENTED.matcher(ddl).results().forEach(match -> comments.put(match.group(1), match.group(2)));
    COMMENT_ABOVE.matcher(ddl).results().forEach(match -> comments.put(match.group(2), match.group(1)));
    return comments;
  }

  private void totals() {
    page.append("# How totals are counted\n\nAlso in the file, as table `totals_explained`.\n\n");
    page.append("| Total | What it counts |\n|---|---|\n");
    for (var one : Explanations.list()) {
      page.append("| `").append(one.name()).append("` | ").append(one.counts()).append(" |\n");
    }
  }

  private void pages() {
    page.append(
        "\n# Pages\n\n`clerk serve` shows them at `/election_finance/-/PAGE/KEY`; `pages.sql` holds their statements.\n");
    for (var one : FinanceDatabase.DECLARATION.pages()) {
      page.append("\n## ").append(one.name()).append("\n\n| Section | What it counts |\n|---|---|\n");
      for (var section : one.sections()) {
        page.append("| ").append(section.title()).append(" | ").append(section.counts()).append(" |\n");
      }
    }
  }

  private void queries() {
    page.append("\n# Canned queries\n");
    for (var query : FinanceDatabase.DECLARATION.queries()) {
      page.append("\n## ")
          .append(query.name())
          .append("\n\n")
          .append(query.title())
          .append(".\n\n```sql\n")
          .append(query.sql())
          .append("\n```\n");
    }
  }
}
