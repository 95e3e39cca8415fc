package band.civic.corkboard.route;

import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Percent;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.List;

/// Turns paths in percent encoding into paths in tilde encoding. A dot may belong to a name or begin a format, so a
/// part that ends in a format is looked up both ways.
final class PercentPaths {
  private static final List<String> FORMATS = List.of(".json", ".csv", ".blob", ".md", ".db");

  private PercentPaths() {}

  static String tilde(Visit visit) {
    var parts = visit.call().path().substring(1).split("/", -1);
    var all = new ArrayList<String>();
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      all.add(last && namesLess(visit, parts) ? withFormat(parts[i]) : encoded(parts[i]));
    }
    return "/" + String.join("/", all);
  }

  private static String encoded(String part) {
    return part.replace("~", "~7E").replace("%", "~").replace(".", "~2E");
  }

  private static String withFormat(String part) {
    int dot = part.lastIndexOf('.');
    return encoded(part.substring(0, dot)) + part.substring(dot);
  }

  /// True when the last part ends in a format and names something only without it.
  private static boolean namesLess(Visit visit, String[] parts) {
    var last = parts[parts.length - 1];
    if (FORMATS.stream().noneMatch(last::endsWith)) {
      return false;
    }
    return parts.length != 2 || !isTable(visit, Percent.decode(parts[0]), Percent.decode(last));
  }

  private static boolean isTable(Visit visit, String database, String table) {
    var file = visit.instance().find(database);
    if (file.isEmpty()) {
      return true;
    }
    try (var opened = visit.open(file.get())) {
      return opened.findTable(table).isPresent();
    } catch (SqlFailure | Failure unreadable) {
      return false;
    }
  }
}
