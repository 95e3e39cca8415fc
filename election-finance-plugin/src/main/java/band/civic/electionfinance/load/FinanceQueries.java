package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.clerk.spi.SiteDatabase.Query;
import java.util.List;
import java.util.regex.Pattern;

/// The canned queries of `queries.sql`, where each is headed by `-- name: title`.
final class FinanceQueries {
  private static final Pattern HEADED = Pattern.compile("-- (\\w+): ([^\\n]+)\\n(.+)\\z", Pattern.DOTALL);

  private FinanceQueries() {}

  static List<Query> list() {
    return SqlScript.resource(FinanceQueries.class, "queries.sql")
        .statements()
        .stream()
        .map(FinanceQueries::query)
        .toList();
  }

  private static Query query(String statement) {
    var parts = HEADED.matcher(statement);
    if (!parts.find()) {
      throw new IllegalStateException("queries.sql has a query without name and title: " + statement);
    }
    return new Query(parts.group(1), parts.group(2), parts.group(3));
  }
}
