package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// A whole small database in memory, grown from an empty one that SQLite made.
public final class MemoryPages implements PageSink {
  private final int pageSize;
  private byte[] image;
  private int pages;

  /// @param empty a database with empty tables, as SQLite serializes it
  public MemoryPages(byte[] empty) {
    var size = Big.getShort(empty, 16);
    this.pageSize = size == 1 ? 65_536 : size;
    this.image = empty.clone();
    this.pages = empty.length / pageSize;
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public int add(byte[] page) {
    if ((pages + 1) * pageSize > image.length) {
      image = Arrays.copyOf(image, Math.max(image.length * 2, (pages + 1) * pageSize));
    }
    System.arraycopy(page, 0, image, pages * pageSize, pageSize);
    return ++pages;
  }

  @Override
  public void put(int number, byte[] page) {
    System.arraycopy(page, 0, image, (number - 1) * pageSize, pageSize);
  }

  @Override
  public void free(int number) {
    if (number != pages) {
      throw new IllegalArgumentException("Page " + number + " is not the last");
    }
    pages--;
  }

  /// The database, its size told in its header.
  public byte[] image() {
    Big.putInt(image, 28, pages);
    return Arrays.copyOf(image, pages * pageSize);
  }
}
