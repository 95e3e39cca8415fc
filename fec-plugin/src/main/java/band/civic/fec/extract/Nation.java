package band.civic.fec.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.KindFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

/// What a state's or city's site extracts: nothing of its own. It looks whether the nation's bronze, which it takes its part
/// of, has changed since it looked last.
///
/// @param context of the task
record Nation(TaskContext context) {
  /// What was broken off kept its pages, and an older ingest may end after a younger one.
  private static final String CHANGES = """
      SELECT ifnull(max(ingest_id), 0) || ' ' || count(*) FROM ingests WHERE status = 'abandoned'
        OR (status IN ('complete', 'incomplete') AND new + changed + retired > 0)""";

  TaskReport look() {
    if (context.option("from").isPresent() || context.option("sample").isPresent()) {
      throw new ClerkException.BadConfiguration(
          "Bulk files are taken in for the nation: --subdomain %s. %s then takes its part of them."
              .formatted(BronzeLayout.NATION, context.site().subdomain()));
    }
    var database = BronzeLayout.of(context).database();
    if (!Files.exists(database)) {
      throw new ClerkException.BadConfiguration("The nation's bronze is not there: " + database
          + ". Run `clerk fec bulk ingest --cycle YEAR --from DIR` first.");
    }
    var mark = context.workspace().directory().resolve("nation.mark");
    try (var connection = KindFile.connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(CHANGES)) {
      var last = row.getString(1);
      var seen = Files.exists(mark) ? Files.readString(mark) : "";
      Files.writeString(mark, last);
      return last.equals(seen)
          ? TaskReport.empty().withRead(1).withUnchanged(1)
          : TaskReport.empty().withRead(1).withChanged(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read " + database + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ClerkException.SourceUnavailable("Cannot write " + mark + " (" + e
          + "). Check the space on the disk and the rights of its directory, then try again.", e);
    }
  }
}
