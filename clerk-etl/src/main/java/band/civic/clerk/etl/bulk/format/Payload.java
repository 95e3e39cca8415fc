package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// How much of a payload a page keeps itself; the rest goes to overflow pages (section 1.6, "B-tree Cell Format").
record Payload(int usable, int mostLocal, int leastLocal) {

  static Payload ofTableLeaf(int usable) {
    return new Payload(usable, usable - 35, leastLocal(usable));
  }

  static Payload ofIndex(int usable) {
    return new Payload(usable, (usable - 12) * 64 / 255 - 23, leastLocal(usable));
  }

  /// How many bytes of a payload of this length the page keeps.
  int local(int length) {
    if (length <= mostLocal) {
      return length;
    }
    var kept = leastLocal + (length - leastLocal) % (usable - 4);
    return kept <= mostLocal ? kept : leastLocal;
  }

  /// Writes what the page does not keep to a chain of overflow pages (section 1.7): the number of the next page, then
  /// content. The chain is written from its end, so that every page knows its next. Returns the first page.
  int overflow(PageSink pages, byte[] payload, int at, int end) {
    var room = usable - 4;
    var page = new byte[usable];
    var next = 0;
    var count = (end - at + room - 1) / room;
    for (var i = count - 1; i >= 0; i--) {
      var from = at + i * room;
      var length = Math.min(room, end - from);
      Big.putInt(page, 0, next);
      System.arraycopy(payload, from, page, 4, length);
      Arrays.fill(page, 4 + length, usable, (byte) 0);
      next = pages.add(page);
    }
    return next;
  }

  private static int leastLocal(int usable) {
    return (usable - 12) * 32 / 255 - 23;
  }
}
