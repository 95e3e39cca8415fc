package band.civic.electionfinance.netfile.portal;

import band.civic.clerk.etl.http.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipInputStream;

/// Reads a ZIP to its end: a download that broke off ends too early, or has a wrong check sum.
final class ZipCheck {
  private ZipCheck() {}

  static Verdict judge(byte[] bytes) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      var entries = 0;
      while (zip.getNextEntry() != null) {
        zip.transferTo(OutputStream.nullOutputStream());
        entries++;
      }
      return entries == 0 || !hasEnd(bytes) ? Verdict.garbled("the ZIP is cut off") : Verdict.accept();
    } catch (IOException e) {
      return Verdict.garbled("the ZIP is damaged or cut off (" + e.getMessage() + ")");
    }
  }

  /// Whether one of the entries has that name.
  static boolean hasEntry(byte[] bytes, String name) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /// The "end of central directory" record: `PK`, 5, 6, within the last 64 KB.
  private static boolean hasEnd(byte[] bytes) {
    for (var i = bytes.length - 22; i >= Math.max(0, bytes.length - 65_557); i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }
}
