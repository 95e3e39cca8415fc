package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A b-tree page while it is filled (section 1.6): header, cell pointers that grow up, cells that grow down.
final class Page {
  static final int TABLE_LEAF = 13;
  static final int TABLE_INTERIOR = 5;
  static final int INDEX_LEAF = 10;
  static final int INDEX_INTERIOR = 2;

  private final byte[] bytes;
  private final int type;
  private final int headerLength;
  private int pointersEnd;
  private int cellsStart;

  Page(int type, int size) {
    this.bytes = new byte[size];
    this.type = type;
    this.headerLength = type == TABLE_LEAF || type == INDEX_LEAF ? 8 : 12;
    clear();
  }

  void clear() {
    pointersEnd = headerLength;
    cellsStart = bytes.length;
  }

  boolean isEmpty() {
    return pointersEnd == headerLength;
  }

  boolean hasRoom(int length) {
    return cellsStart - length >= pointersEnd + 2;
  }

  /// Makes room for a cell of that length and returns where in [#bytes()] it is to be written.
  int addCell(int length) {
    cellsStart -= length;
    Big.putShort(bytes, pointersEnd, cellsStart);
    pointersEnd += 2;
    return cellsStart;
  }

  void put(byte[] cell, int at, int length) {
    System.arraycopy(cell, at, bytes, addCell(length), length);
  }

  /// Copies cells of a packed leaf, from `from` to at most `to`, as many as there is room for, and returns how many.
  int putAll(Cells leaf, int from, int to) {
    var end = leaf.end(from);
    var count = leaf.countWithin(from, to, cellsStart - pointersEnd);
    if (count == 0) {
      return 0;
    }
    var start = leaf.start(from + count - 1);
    var shift = cellsStart - end;
    System.arraycopy(leaf.page(), start, bytes, start + shift, end - start);
    for (var i = from; i < from + count; i++) {
      Big.putShort(bytes, pointersEnd, leaf.start(i) + shift);
      pointersEnd += 2;
    }
    cellsStart -= end - start;
    return count;
  }

  /// Copies of all cells, in order.
  List<byte[]> cells() {
    var cells = new ArrayList<byte[]>();
    var end = bytes.length;
    for (var at = headerLength; at < pointersEnd; at += 2) {
      var start = Big.getShort(bytes, at);
      cells.add(Arrays.copyOfRange(bytes, start, end));
      end = start;
    }
    return cells;
  }

  /// Takes the last cell out again and returns a copy of it.
  byte[] removeLastCell() {
    var isOnly = pointersEnd - 2 == headerLength;
    var cell = Arrays.copyOfRange(bytes, cellsStart, isOnly ? bytes.length : Big.getShort(bytes, pointersEnd - 4));
    cellsStart += cell.length;
    pointersEnd -= 2;
    return cell;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Writes the header. The page is whole now.
  ///
  /// @param right the right-most child of an interior page
  byte[] close(int right) {
    Arrays.fill(bytes, pointersEnd, cellsStart, (byte) 0);
    bytes[0] = (byte) type;
    Big.putShort(bytes, 1, 0); // no free blocks
    Big.putShort(bytes, 3, (pointersEnd - headerLength) / 2);
    Big.putShort(bytes, 5, cellsStart); // 65,536 is stored as 0
    bytes[7] = 0; // no fragments
    if (headerLength == 12) {
      Big.putInt(bytes, 8, right);
    }
    return bytes;
  }
}
