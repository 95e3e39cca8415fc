package band.civic.corkboard.page;

import java.util.List;

/// The page of a database.
///
/// @param path its path
/// @param tables the tables that are shown
/// @param views its views
/// @param queries its stored queries
/// @param pages lists of the things that have pages
/// @param rest the rest
public record DatabasePage(String path, List<TableEntry> tables, List<TableEntry> views, List<Link> queries,
    List<Link> pages, Facts rest) {

  /// A table in the list.
  ///
  /// @param link its page
  /// @param name its name in the database
  /// @param description what it holds
  /// @param count how many rows
  /// @param columns its columns
  public record TableEntry(Link link, String name, String description, String count, String columns) {}

  /// Further facts about the page.
  ///
  /// @param mayUseSql true when readers may ask in SQL
  /// @param hiddenCount how many tables are kept out of the list
  /// @param showsHidden true when they are shown all the same
  /// @param links downloads and the schema
  /// @param size the file's size and date, for people
  public record Facts(boolean mayUseSql, int hiddenCount, boolean showsHidden, List<Link> links, String size) {}

  public boolean mayUseSql() {
    return rest.mayUseSql;
  }

  public int hiddenCount() {
    return rest.hiddenCount;
  }

  public boolean showsHidden() {
    return rest.showsHidden;
  }

  public List<Link> links() {
    return rest.links;
  }

  public String facts() {
    return rest.size;
  }

  /// SQL to start from.
  public String sampleSql() {
    return "select * from sqlite_master";
  }
}
