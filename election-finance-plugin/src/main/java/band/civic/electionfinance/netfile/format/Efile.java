package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.electionfinance.netfile.csv.TextSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Finds the text of an e-file, which NetFile sends as a ZIP holding `Efile.txt`.
final class Efile {
  private static final int LARGEST = 64 << 20;

  private Efile() {}

  /// The text of a ZIP, or the file itself when it is none.
  static TextSource text(Path file) {
    return isZip(file) ? unzipped(file) : TextSource.of(file);
  }

  /// Whether the ZIP holds a text that begins as e-files do.
  static boolean isIn(ZipFile zip) throws IOException {
    var entry = find(zip);
    if (entry.isEmpty()) {
      return false;
    }
    try (var in = zip.getInputStream(entry.get())) {
      return new String(in.readNBytes(16), StandardCharsets.UTF_8).contains("HDR");
    }
  }

  private static Optional<ZipEntry> find(ZipFile zip) {
    return zip.stream().map(ZipEntry.class::cast).filter(Efile::isText).findFirst();
  }

  private static boolean isText(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith(".txt");
  }

  private static TextSource unzipped(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      var entry = find(zip).orElseThrow(() -> new BadSourceData(file.getFileName() + " holds no e-file text."));
      try (var in = zip.getInputStream(entry)) {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new BadSourceData(file.getFileName() + " inflates to more than " + LARGEST + " bytes: no e-file does.");
        }
        return TextSource.of(file.getFileName().toString(), bytes);
      }
    } catch (IOException e) {
      throw new BadSourceData(file.getFileName() + " is not a complete ZIP (" + e.getMessage() + "). Fetch it again.",
          e);
    }
  }

  private static boolean isZip(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    } catch (IOException e) {
      throw new BadSourceData(file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
  }
}
