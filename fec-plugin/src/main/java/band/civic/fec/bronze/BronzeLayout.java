package band.civic.fec.bronze;

import band.civic.clerk.spi.TaskContext;
import band.civic.fec.bulkfile.FileKind;
import java.nio.file.Path;

/// Where bronze lies. The nation's site holds it; a state's or city's site reads it from there.
///
/// @param directory the `work` directory of the nation's site
public record BronzeLayout(Path directory) {

  /// The subdomain of the site that holds bronze.
  public static final String NATION = "us";

  /// The bronze that a task of any site reads.
  public static BronzeLayout of(TaskContext context) {
    var own = context.workspace().directory();
    return context.site().subdomain().equals(NATION)
        ? new BronzeLayout(own)
        : ofStorage(own.resolve("../../..").normalize());
  }

  /// The bronze below a storage directory.
  public static BronzeLayout ofStorage(Path storage) {
    return new BronzeLayout(storage.resolve(NATION).resolve("fec").resolve("work"));
  }

  /// Ingests and what OpenFEC said.
  public Path database() {
    return directory.resolve("bronze.db");
  }

  /// The rows of one kind of bulk file in one cycle.
  public Path file(FileKind kind, int cycle) {
    return files().resolve("%s-%d.db".formatted(kind.id(), cycle));
  }

  /// Where the files of kinds and cycles are.
  public Path files() {
    return directory.resolve("bronze");
  }
}
