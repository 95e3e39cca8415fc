package band.civic.corkboard.subject;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Tilde;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Where values lead: from a page's columns into the database, and from the columns of tables to pages.
public final class Leads {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private Leads() {}

  /// Fills a link's `{column}` places: tilde-encoded in a path, percent-encoded in a query string.
  ///
  /// @param value the text of a column in the same row; nothing when it is empty
  /// @return nothing when a place stays empty
  public static Optional<String> fill(String link, Function<String, Optional<String>> value) {
    var filled = new StringBuilder();
    var places = PLACE.matcher(link);
    int query = link.indexOf('?');
    int end = 0;
    while (places.find()) {
      var found = value.apply(places.group(1)).filter(v -> !v.isEmpty());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      filled.append(link, end, places.start());
      filled.append(query >= 0 && places.start() > query ? Args.encode(found.get()) : Tilde.encode(found.get()));
      end = places.end();
    }
    return link.isEmpty() ? Optional.empty() : Optional.of(filled.append(link.substring(end)).toString());
  }

  /// The page, below the database, that a column of a table or view leads to in a row.
  ///
  /// @param columns the row's columns
  /// @param value the text of a column in that row
  public static Optional<String> page(List<Page> pages, String column, List<String> columns,
      Function<String, Optional<String>> value) {
    for (var page : pages) {
      var key = page.linkedFrom().get(column);
      if (key != null && columns.contains(key)) {
        return value.apply(key).filter(v -> !v.isEmpty()).map(v -> "-/" + page.name() + "/" + Tilde.encode(v));
      }
    }
    return Optional.empty();
  }
}
