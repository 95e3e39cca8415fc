package band.civic.clerk.etl.bulk.text;

import band.civic.clerk.spi.ClerkException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// One member of a zip file as a stream that checks itself: a zip that was cut or damaged must not pass for a short
/// file.
final class ZipMember extends FilterInputStream {
  private final ZipFile zip;
  private final ZipEntry entry;
  private final CRC32 crc = new CRC32();
  private long read;

  private ZipMember(ZipFile zip, ZipEntry entry) throws IOException {
    super(zip.getInputStream(entry));
    this.zip = zip;
    this.entry = entry;
  }

  static long size(Path file, String member) {
    try (var zip = new ZipFile(file.toFile())) {
      return find(zip, member).getSize();
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  static InputStream open(Path file, String member) {
    try {
      var zip = new ZipFile(file.toFile());
      try {
        return new ZipMember(zip, find(zip, member));
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var count = inflate(into, from, length);
    if (count > 0) {
      crc.update(into, from, count);
      read += count;
    } else if (count < 0 && (read != entry.getSize() || crc.getValue() != entry.getCrc())) {
      throw new ClerkException.BadSourceData(zip.getName() + ": " + entry.getName() + " has " + read
          + " bytes and the directory of the zip says " + entry.getSize() + ", or its checksum differs. "
          + "The download is damaged: remove it and download again.");
    }
    return count;
  }

  private int inflate(byte[] into, int from, int length) {
    try {
      return in.read(into, from, length);
    } catch (IOException e) {
      throw damaged(Path.of(zip.getName()), e);
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    zip.close();
  }

  private static ZipEntry find(ZipFile zip, String member) {
    var entry = zip.getEntry(member);
    if (entry == null) {
      throw new ClerkException.BadSourceData(zip.getName() + " has no member " + member + "; it has "
          + zip.stream().map(ZipEntry::getName).limit(20).collect(Collectors.joining(", ")) + ".");
    }
    return entry;
  }

  private static ClerkException.BadSourceData damaged(Path file, IOException e) {
    return new ClerkException.BadSourceData(
        file + " is no whole zip file (" + e.getMessage() + "). Remove it and download it again.", e);
  }
}
