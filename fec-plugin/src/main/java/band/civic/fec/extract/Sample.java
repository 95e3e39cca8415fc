package band.civic.fec.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskContext;
import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.nio.file.Path;
import java.sql.SQLException;

/// The plugin's invented release, for `--sample`. It is never mixed with what the FEC said.
final class Sample {
  private static final int ROWS = 20_000;
  private static final int SEED = 20;

  private Sample() {}

  /// Writes the sample's files and says where they are.
  static Path write(TaskContext context, int cycle) {
    if (context.option("from").isPresent()) {
      throw new ClerkException.BadConfiguration("--from and --sample exclude each other: choose one");
    }
    var directory = context.workspace().rawDirectory().resolve("sample").resolve(String.valueOf(cycle));
    SampleRelease.write(ReleasePlan.of(ROWS, SEED, cycle), directory);
    return directory;
  }

  /// What the book of ingests calls the source.
  static String source(TaskContext context) {
    return context.option("sample").isPresent() ? "sample" : "bulk";
  }

  /// @throws ClerkException.BadConfiguration when bronze holds the other of invented and real data
  static void checkUnmixed(TaskContext context, BronzeDatabase bronze) throws SQLException {
    var other = context.option("sample").isPresent() ? "source <> 'sample'" : "source = 'sample'";
    if (bronze.sql().number("SELECT count(*) FROM ingests WHERE new > 0 AND " + other) > 0) {
      throw new ClerkException.BadConfiguration(
          "Invented and real data are not mixed: the bronze of this storage directory holds the other of the two. Use another "
              + "storage directory.");
    }
  }
}
