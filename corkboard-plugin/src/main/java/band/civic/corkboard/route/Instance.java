package band.civic.corkboard.route;

import band.civic.corkboard.config.Config;
import java.util.List;
import java.util.Optional;

/// What one set of pages shows: the files of a command line, or the databases of one site.
public interface Instance {

  Config config();

  /// What tells it apart from other instances of this server; empty when there is only one.
  default String name() {
    return "";
  }

  /// The databases that exist now, in order.
  List<DatabaseFile> databases();

  /// The database of that name.
  default Optional<DatabaseFile> find(String name) {
    return databases().stream().filter(d -> d.name().equals(name)).findFirst();
  }
}
