package band.civic.clerk.etl.bulk.format;

import java.nio.ByteBuffer;

/// Writes pages of a [PageFile] for one thread, half a megabyte at a time, so that pages that belong together stand
/// together.
public final class PageWriter implements PageSink, AutoCloseable {
  private static final int EXTENT = 1 << 19;

  private final PageFile file;
  private final ByteBuffer extent;
  private final int pages;
  private int first;
  private int used;

  PageWriter(PageFile file) {
    this.file = file;
    this.pages = Math.max(1, EXTENT / file.pageSize());
    this.extent = ByteBuffer.allocateDirect(pages * file.pageSize());
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
      extent.put(used * pageSize(), new byte[pageSize()]);
      used++;
      return add(page);
    }
    extent.put(used * pageSize(), page, 0, pageSize());
    return first + used++;
  }

  @Override
  public void put(int number, byte[] page) {
    file.write(number, ByteBuffer.wrap(page, 0, pageSize()));
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
      file.write(first, extent.limit(used * pageSize()).position(0));
      extent.clear();
    }
  }
}
