package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.PageFile;
import band.civic.clerk.etl.bulk.format.PageReader;
import band.civic.clerk.etl.bulk.sort.SpillFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The rows of a change set as they were staged, to be merged with those of the table.
record Staged(Job job, TableShape table, PageReader pages, int changedRoot, int retiredRoot) {

  Staged(Job job, TableShape table, Staging staging) {
    this(job, table, staging.reader(), staging.root(), staging.retiredRoot());
  }

  void close() {
    try {
      pages.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the table as it is after the changes.
  ///
  /// @param from the database that has the table before them
  /// @param to the one that has it empty
  void writeTo(Path from, Path to) {
    new DirectFile(to, table.name()).fill(shape -> {
      rewrite(from, to, shape);
      return shape;
    });
  }

  private void rewrite(Path from, Path to, TableShape shape) throws IOException {
    if (!shape.names().equals(table.names())) {
      throw new IllegalArgumentException("Table " + table.name() + " has other columns in " + to);
    }
    try (var old = PageReader.ofFile(from);
        var file = PageFile.open(to);
        var spill = SpillFile.open(to.toAbsolutePath().resolveSibling(""))) {
      new Rewrite(job, new Rewrite.Old(old, table, pages, changedRoot, retiredRoot), shape, file, spill).run();
      file.finish();
    }
  }
}
