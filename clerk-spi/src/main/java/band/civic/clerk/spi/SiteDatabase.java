package band.civic.clerk.spi;

import java.util.List;

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
public record SiteDatabase(String path, String title, String description, String source, String sourceUrl,
    String licence, List<Table> tables, List<Query> queries) {

  public SiteDatabase {
    tables = List.copyOf(tables);
    queries = List.copyOf(queries);
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
  public record Table(String name, String title, String description, List<String> facets, String sortDescending,
      boolean hidden) {

    public Table {
      facets = List.copyOf(facets);
    }
  }

  /// A canned query.
  ///
  /// @param name in URLs
  /// @param title for people
  /// @param sql one SELECT, with `:named` parameters
  public record Query(String name, String title, String sql) {}
}
