package band.civic.corkboard.page;

import band.civic.corkboard.dictionary.Entry;
import java.util.List;

/// The page that says what a database holds.
///
/// @param database the path of the database
/// @param entries its tables and views
/// @param lookedAt how many rows of each table were looked at for the kinds of values
public record DictionaryPage(String database, List<Entry> entries, int lookedAt) {

  public String rows(Entry entry) {
    return entry.rows().map(n -> String.format("%,d", n) + (n == 1 ? " row" : " rows")).orElse("many rows");
  }
}
