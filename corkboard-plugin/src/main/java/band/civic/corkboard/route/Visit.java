package band.civic.corkboard.route;

import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.FileOptions;
import band.civic.corkboard.sqlite.OpenFiles;
import java.util.Optional;

/// One request at one instance.
///
/// @param instance what is shown
/// @param files the open files
/// @param options how files are opened
/// @param call the request
public record Visit(Instance instance, OpenFiles files, FileOptions options, Call call) {

  /// Opens a database by name; the caller closes it.
  Opened open(String database) {
    var file = instance.find(database).orElseThrow(() -> Failure.notFound("Database not found"));
    return open(file);
  }

  Opened open(DatabaseFile file) {
    var session = files.open(file.file(), options.of(file.immutable(), file.beside()))
        .orElseThrow(() -> Failure.notFound("Database not found"));
    file.inspected().tell(session);
    return new Opened(file, new Scope(session, instance.config(), file.name()));
  }

  /// Opens a database with a connection of its own, for answers that last: a slow reader keeps nobody waiting.
  Opened openAlone(DatabaseFile file) {
    var session = files.openAlone(file.file(), options.of(file.immutable(), file.beside()))
        .orElseThrow(() -> Failure.notFound("Database not found"));
    return new Opened(file, new Scope(session, instance.config(), file.name()));
  }

  /// An open database, to be closed.
  ///
  /// @param file which
  /// @param scope what can be asked of it
  record Opened(DatabaseFile file, Scope scope) implements AutoCloseable {

    /// A table or view that anybody may see.
    Table table(String name) {
      var table = findTable(name).orElseThrow(() -> Failure.notFound("Table not found"));
      if (!scope.config().showsTable(file.name(), name)) {
        throw Failure.forbidden("You do not have permission to view this table");
      }
      return table;
    }

    Optional<Table> findTable(String name) {
      return scope.schema().find(name);
    }

    Opened checked() {
      if (!scope.config().showsDatabase(file.name())) {
        throw Failure.forbidden("You do not have permission to view this database");
      }
      return this;
    }

    @Override
    public void close() {
      scope.session().close();
    }
  }
}
