package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/// Tells the kinds of files apart by what is in them.
final class Sniffer {
  private static final int ENOUGH = 8_192;

  private Sniffer() {}

  static Optional<RawKind> sniff(Path file) {
    var start = start(file);
    return start.startsWith("PK") ? sniffZip(file) : sniffText(file, start.strip());
  }

  /// A web server's page with status 200 in place of what was asked for.
  static void refuseHtml(Path file) {
    var start = start(file).strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      throw new BadSourceData(
          file.getFileName() + " is a web page in place of data: NetFile does not offer this file, or "
              + "is out of order. Try again later, or choose another source.");
    }
    if (start.isEmpty()) {
      throw new BadSourceData(file.getFileName() + " is empty. Fetch the file again.");
    }
  }

  private static Optional<RawKind> sniffZip(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Optional.of(RawKind.WORKBOOK_XLSX);
      }
      if (zip.stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".xlsx"))) {
        return Optional.of(RawKind.WORKBOOK_ZIP);
      }
      return Efile.isIn(zip) ? Optional.of(RawKind.CAL_EFILE) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<RawKind> sniffText(Path file, String start) {
    if (start.startsWith("{") || start.startsWith("[")) {
      return JsonKinds.sniff(file);
    }
    if (start.startsWith("HDR,CAL") || start.startsWith("\"HDR\",\"CAL\"")) {
      return Optional.of(RawKind.CAL_EFILE);
    }
    var header = start.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    if (header.contains("netfilekey") && header.contains("tran_id")) {
      return Optional.of(RawKind.CONNECT2_TRANSACTIONS_CSV);
    }
    if (header.contains("netfilekey") && header.contains("line_item")) {
      return Optional.of(RawKind.CONNECT2_SUMMARY_CSV);
    }
    return header.contains("filer_id") && WorkbookSheets.findByFileName(file.getFileName().toString()).isPresent()
        ? Optional.of(RawKind.SHEET_CSV)
        : Optional.empty();
  }

  private static String start(Path file) {
    try (var in = Files.newInputStream(file)) {
      var text = new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new BadSourceData(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
