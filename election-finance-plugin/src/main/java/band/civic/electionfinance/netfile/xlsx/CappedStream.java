package band.civic.electionfinance.netfile.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/// Inflates a part of a workbook and guards it: stops a zip bomb once more comes out than an honest part holds, and
/// compares the checksum at the end, which [java.util.zip.ZipFile] does not.
final class CappedStream extends FilterInputStream {
  /// NetFile's sheets inflate to some 12 times their size, a column of one repeated value to some 100 times.
  private static final long MAX_RATIO = 300;
  private static final long UNSUSPICIOUS = 16L << 20;

  private final long limit;
  private final long checksum;
  private final CRC32 crc = new CRC32();
  private long count;

  CappedStream(InputStream in, ZipEntry entry, long most) {
    super(in);
    this.limit = Math.min(most, Math.max(UNSUSPICIOUS, entry.getCompressedSize() * MAX_RATIO));
    this.checksum = entry.getCrc();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var read = in.read(bytes, offset, length);
    if (read < 0) {
      checkSum();
      return read;
    }
    crc.update(bytes, offset, read);
    count += read;
    if (count > limit) {
      throw new IOException("it inflates to more than " + limit + " bytes");
    }
    return read;
  }

  @Override
  public long skip(long bytes) {
    return 0; // unread bytes would be missing from the checksum
  }

  private void checkSum() throws IOException {
    if (checksum >= 0 && checksum != crc.getValue()) {
      throw new IOException("its checksum does not match");
    }
  }
}
