package band.civic.electionfinance.netfile.xlsx;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Opens ZIPs, and ZIPs inside ZIPs.
final class ZipFiles {
  private static final long LARGEST_INNER = 512L << 20;

  private ZipFiles() {}

  static ZipFile open(Path file) {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// The first workbook inside. It is unpacked to a temporary file that is deleted as soon as it is open, so that
  /// nothing remains even when the process dies.
  static ZipFile openInner(Path file) {
    try (var outer = new ZipFile(file.toFile())) {
      var entry = outer.stream()
          .filter(ZipFiles::isWorkbook)
          .findFirst()
          .orElseThrow(() -> new BadSourceData(file.getFileName() + " holds no .xlsx. Fetch the file again."));
      var inner = Files.createTempFile("workbook", ".xlsx");
      try (var in = new CappedStream(outer.getInputStream(entry), entry, LARGEST_INNER)) {
        Files.copy(in, inner, StandardCopyOption.REPLACE_EXISTING);
        return new ZipFile(inner.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
      } finally {
        Files.deleteIfExists(inner);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean isWorkbook(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private static BadSourceData unreadable(Path file, IOException cause) {
    return new BadSourceData(
        file.getFileName() + " is not a complete ZIP (" + cause.getMessage() + "). Fetch the file again.", cause);
  }
}
