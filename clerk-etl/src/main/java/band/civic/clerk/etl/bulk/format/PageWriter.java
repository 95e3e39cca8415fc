package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// Writes pages of a [PageFile] for one thread, half a megabyte at a time, so that pages that belong together stand
/// together.
public final class PageWriter implements PageSink, AutoCloseable {
  private static final int EXTENT = 1 << 19;

  private final PageFile file;
  private final byte[] extent;
  private final int pages;
  private int first;
  private int used;

  PageWriter(PageFile file) {
    this.file = file;
    this.pages = Math.max(1, EXTENT / file.pageSize());
    this.extent = new byte[pages * file.pageSize()];
    this.used = pages; // nothing reserved yet
  }

  @Override
  public int pageSize() {
    return file.pageSize();
  }

  @Override
  public int add(byte[] page) {
    if (used == pages) {
      write();
      first = file.reserve(pages);
      used = 0;
    }
    if (file.isLockPage(first + used)) {
      Arrays.fill(extent, used * pageSize(), (used + 1) * pageSize(), (byte) 0);
      used++;
      return add(page);
    }
    System.arraycopy(page, 0, extent, used * pageSize(), pageSize());
    return first + used++;
  }

  @Override
  public void put(int number, byte[] page) {
    file.writePages(number, page, pageSize());
  }

  @Override
  public void free(int number) {
    file.free(number);
  }

  /// Writes what is left and gives back what was reserved and not used.
  @Override
  public void close() {
    write();
    for (var i = used; i < pages; i++) {
      file.free(first + i);
    }
    used = pages;
    first = 0;
  }

  private void write() {
    if (first > 0) {
      file.writePages(first, extent, used * pageSize());
    }
  }
}
