package band.civic.clerk.spi;

import java.util.List;
import java.util.Map;

/// The one declaration of a published database: where it is built, what is deployed, how it is served and what the
/// homepage says of it.
///
/// @param path below the site's directory, `finance/election_finance.db`; the file's stem is its name in URLs
/// @param title for people
/// @param description what it holds and whose filings they are; plain text
/// @param source who publishes the data
/// @param sourceUrl where the source can be seen
/// @param licence terms a reader must know
/// @param tables tables and views worth showing, in order; what is not listed is shown after them
/// @param queries canned queries
/// @param pages pages about the things that the rows are about: a committee, a year
public record SiteDatabase(String path, String title, String description, String source, String sourceUrl,
    String licence, List<Table> tables, List<Query> queries, List<Page> pages) {

  public SiteDatabase {
    tables = List.copyOf(tables);
    queries = List.copyOf(queries);
    pages = List.copyOf(pages);
  }

  /// A database without pages of its own.
  public SiteDatabase(String path, String title, String description, String source, String sourceUrl, String licence,
      List<Table> tables, List<Query> queries) {
    this(path, title, description, source, sourceUrl, licence, tables, queries, List.of());
  }

  /// This declaration with pages.
  public SiteDatabase withPages(List<Page> others) {
    return new SiteDatabase(path, title, description, source, sourceUrl, licence, tables, queries, others);
  }

  /// The database's name in URLs: the file's stem, `election_finance`.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.db$", "");
  }

  /// How a table or view is shown.
  ///
  /// @param name in the database
  /// @param title for people
  /// @param description which rows it holds; for a total, which rows it counts
  /// @param facets columns to facet by
  /// @param sortDescending the column to sort by, newest first; empty for the key
  /// @param hidden kept out of the list of tables
  /// @param label the column whose text stands for a row where other rows refer to it; empty for the server's guess
  public record Table(String name, String title, String description, List<String> facets, String sortDescending,
      boolean hidden, String label) {

    public Table {
      facets = List.copyOf(facets);
    }

    public Table(String name, String title, String description, List<String> facets, String sortDescending,
        boolean hidden) {
      this(name, title, description, facets, sortDescending, hidden, "");
    }

    public Table labelled(String column) {
      return new Table(name, title, description, facets, sortDescending, hidden, column);
    }
  }

  /// A canned query.
  ///
  /// @param name in URLs
  /// @param title for people
  /// @param sql one SELECT, with `:named` parameters
  public record Query(String name, String title, String sql) {}

  /// Pages about one kind of thing, at `/{database}/-/{name}/{key}`; `/{database}/-/{name}` lists the things. In every
  /// statement `:{name}` is the thing's key: `:committee` on the page `committee`.
  ///
  /// @param name in URLs and as the statements' parameter: a lower-case word
  /// @param title what kind of thing, `Committee`
  /// @param subject finds the thing that the parameter names: the first row's `key` is its lasting key, `title` its name,
  /// what is declared of it further facts; without a row there is no such page
  /// @param index lists the things; a column links to their pages by `-/{name}/{key}`
  /// @param sections from top to bottom
  /// @param linkedFrom columns of any table or view whose values lead here, each with the column of the same row that
  /// holds the key: `committee` with `filer_key`
  public record Page(String name, String title, Section subject, Section index, List<Section> sections,
      Map<String, String> linkedFrom) {

    public Page {
      sections = List.copyOf(sections);
      linkedFrom = Map.copyOf(linkedFrom);
    }
  }

  /// A part of a page: the rows of one statement.
  ///
  /// @param name in URLs: a lower-case word
  /// @param title for people
  /// @param counts which rows it counts, and how, in words
  /// @param sql one SELECT
  /// @param look how the rows are shown
  /// @param columns the columns that are shown, in order; links may use the others
  public record Section(String name, String title, String counts, String sql, Look look, List<Column> columns) {

    public Section {
      columns = List.copyOf(columns);
    }
  }

  /// How a section's rows are shown.
  public enum Look {
    /// rows and columns
    TABLE,
    /// the first row's values as large numbers
    FIGURES,
    /// the first column names bars, the first column of numbers measures them; with the table
    BARS,
    /// the first column is a day, month or year, the columns of dollars are lines over it; with the table
    TIMELINE
  }

  /// What a column holds.
  public enum Unit {
    TEXT, NUMBER, DOLLARS, DATE
  }

  /// A column of a section.
  ///
  /// @param name in the statement
  /// @param title for people
  /// @param unit what it holds
  /// @param counts which rows a number counts, when the section's words do not say; may be empty
  /// @param link where a value leads, below the database's address: `-/committee/{filer_key}`, where `{column}` is that
  /// column's value in the same row; empty for nowhere
  public record Column(String name, String title, Unit unit, String counts, String link) {

    /// A column that needs no more words than its section's.
    public static Column of(String name, String title, Unit unit) {
      return new Column(name, title, unit, "", "");
    }

    public Column counting(String which) {
      return new Column(name, title, unit, which, link);
    }

    public Column to(String where) {
      return new Column(name, title, unit, counts, where);
    }
  }
}
