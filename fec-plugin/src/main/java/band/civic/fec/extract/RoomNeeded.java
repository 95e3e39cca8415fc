package band.civic.fec.extract;

import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bulkfile.DiskSpace;
import band.civic.fec.bulkfile.FoundFile;
import java.nio.file.Files;
import java.util.List;

/// The room that first ingests need, so that none is begun that cannot end.
///
/// @param layout of bronze
/// @param cycle of the files
record RoomNeeded(BronzeLayout layout, int cycle) {
  /// A row takes 1.6 times its line, with its indexes; the check must not refuse what would fit.
  private static final double ROWS_PER_LINE = 1.5;

  /// @throws band.civic.clerk.spi.ClerkException.SourceUnavailable when there is less
  void check(List<FoundFile> files) {
    var bytes = files.stream()
        .filter(file -> !Files.exists(layout.file(file.kind(), cycle)))
        .mapToLong(file -> file.open().bytes())
        .sum();
    new DiskSpace(layout.files()).require((long) (bytes * ROWS_PER_LINE), "To take these files in for the first time");
  }
}
