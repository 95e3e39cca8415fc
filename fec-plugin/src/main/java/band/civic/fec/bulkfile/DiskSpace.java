package band.civic.fec.bulkfile;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/// Room on the disk that a directory is on.
///
/// @param directory need not be there yet
public record DiskSpace(Path directory) {
  private static final long KILO = 1000;

  /// Bytes that may still be written; empty where the system does not tell.
  public OptionalLong free() {
    try {
      for (var at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
        if (Files.exists(at)) {
          return OptionalLong.of(Files.getFileStore(at).getUsableSpace());
        }
      }
    } catch (IOException _) {
      // a file system that does not tell is written until it is full
    }
    return OptionalLong.empty();
  }

  /// Refuses work that cannot end well.
  ///
  /// @param bytes that will be written
  /// @param what it is for, to begin a sentence with: "To take this in"
  /// @throws ClerkException.SourceUnavailable when there is less room
  public void require(long bytes, String what) {
    if (free().orElse(Long.MAX_VALUE) < bytes) {
      throw new ClerkException.SourceUnavailable(
          "%s some %s are needed below %s. %s Nothing was changed. Free some space and try again."
              .formatted(what, amount(bytes), directory, told()));
    }
  }

  /// How much is free, as a sentence.
  public String told() {
    var free = free();
    return free.isPresent() ? amount(free.getAsLong()) + " are free there." : "The disk does not tell what is free.";
  }

  /// As people say it: `1.9 GB`.
  static String amount(long bytes) {
    var units = new String[]{"bytes", "kB", "MB", "GB", "TB"};
    var unit = 0;
    var rest = (double) bytes;
    while (rest >= KILO && unit < units.length - 1) {
      rest /= KILO;
      unit++;
    }
    return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", rest, units[unit]);
  }
}
