package band.civic.corkboard.page;

import java.util.ArrayList;
import java.util.List;

/// What a search over everything found.
///
/// @param typed what was searched for
/// @param groups hits by table
/// @param note what the reader should know about them
public record SearchPage(String typed, List<Group> groups, String note) {
  /// Stand around found words in a snippet; no text holds them.
  public static final char START = '\u0002';
  public static final char END = '\u0003';

  /// Hits of one table.
  ///
  /// @param title database and table
  /// @param all the table's own page with this search
  /// @param hits the best ones
  public record Group(String title, String all, List<Hit> hits) {}

  /// One row.
  ///
  /// @param title the row in words
  /// @param href its page
  /// @param pieces where the words were found
  public record Hit(String title, String href, List<Piece> pieces) {}

  /// A piece of a snippet.
  ///
  /// @param text the words
  /// @param found true for what was searched for
  public record Piece(String text, boolean found) {}

  /// Cuts a snippet at its marks.
  public static List<Piece> pieces(String snippet) {
    var pieces = new ArrayList<Piece>();
    boolean found = false;
    int from = 0;
    for (int i = 0; i <= snippet.length(); i++) {
      if (i == snippet.length() || snippet.charAt(i) == START || snippet.charAt(i) == END) {
        if (i > from) {
          pieces.add(new Piece(snippet.substring(from, i), found));
        }
        found = i < snippet.length() && snippet.charAt(i) == START;
        from = i + 1;
      }
    }
    return pieces;
  }
}
