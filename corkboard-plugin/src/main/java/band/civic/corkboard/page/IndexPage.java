package band.civic.corkboard.page;

import java.util.List;

/// The first page of an instance.
///
/// @param databases those that can be read
/// @param damaged names of those that cannot
public record IndexPage(List<Database> databases, List<String> damaged) {

  /// A database in the list.
  ///
  /// @param link its page
  /// @param summary how much it holds
  /// @param tables some of its tables
  /// @param more true when there are further ones
  public record Database(Link link, String summary, List<Link> tables, boolean more) {}
}
