package band.civic.fec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes bulk files of invented rows.
public final class Lines {

  private Lines() {}

  /// A contribution of an invented donor.
  public static String gift(String subId, String committee, String type, String amount) {
    return "%s|N|Q1|P2026|202504159000000001|%s|IND|SAMPLE, ADA|TESTVILLE|CA|02139|N/A|NULL|01152025|%s||T%s|1900001|||%s"
        .formatted(committee, type, amount, subId.substring(subId.length() - 4), subId);
  }

  /// The same line as a memo.
  public static String memo(String gift) {
    return gift.replace("|1900001||", "|1900001|X|");
  }

  /// A payment between committees, as `itoth.txt` has it.
  public static String transfer(String subId, String committee, String type, String amount) {
    return "%s|N|Q1|P2026|202504159000000001|%s|CCM|SAMPLE FOR CONGRESS|TESTVILLE|CA|90001|||01152025|%s|C97000009|T%s|1900001|||%s"
        .formatted(committee, type, amount, subId.substring(subId.length() - 4), subId);
  }

  /// The same payment as `itpas2.txt` has it.
  public static String toCandidate(String subId, String committee, String type, String amount) {
    return transfer(subId, committee, type, amount).replace("|C97000009|", "|C97000009|H6CA12001|");
  }

  public static Path write(Path directory, String name, String... lines) {
    return write(directory, name, StandardCharsets.UTF_8, String.join("\n", lines) + "\n");
  }

  public static Path write(Path directory, String name, Charset charset, String text) {
    try {
      Files.createDirectories(directory);
      return Files.write(directory.resolve(name), text.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A zip whose members are given as name and text in turn.
  public static Path zip(Path directory, String name, String... members) {
    try {
      Files.createDirectories(directory);
      var file = directory.resolve(name);
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (var i = 0; i < members.length; i += 2) {
          zip.putNextEntry(new ZipEntry(members[i]));
          zip.write(members[i + 1].getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes a file look as if it was written then.
  public static void age(Path file, String instant) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse(instant)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
