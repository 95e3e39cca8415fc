package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Neighbouring values of an index: from the first, included, to the last, excluded.
///
/// @param from empty when there is no first
/// @param to empty when there is no last
/// @param columns how many columns are indexed
public record ValueRange(Optional<IndexValue> from, Optional<IndexValue> to, int columns) {

  /// Cuts all values into at most so many ranges.
  ///
  /// @param samples some of the values, at about the same distance, in any order
  public static List<ValueRange> split(List<IndexValue> samples, int columns, int most) {
    var order = new ValueOrder(columns);
    var sorted = samples.stream().sorted((a, b) -> a.compareTo(b, order)).toList();
    var ranges = new ArrayList<ValueRange>();
    var from = Optional.<IndexValue>empty();
    for (var i = 1; i < most && !sorted.isEmpty(); i++) {
      var to = sorted.get((int) ((long) sorted.size() * i / most));
      if (from.isEmpty() || from.get().compareTo(to, order) < 0) {
        ranges.add(new ValueRange(from, Optional.of(to), columns));
        from = Optional.of(to);
      }
    }
    ranges.add(new ValueRange(from, Optional.empty(), columns));
    return List.copyOf(ranges);
  }

  /// Values as samples of an index tree: those on its highest level that has at least so many, or on its last.
  ///
  /// @return at least `wanted` of them, when the tree is large enough
  public static List<IndexValue> samples(PageReader pages, int root, int columns, int wanted) {
    var cells = new Cells(pages);
    var record = new RecordView(columns);
    var all = new int[columns];
    Arrays.setAll(all, i -> i);
    for (var level = List.of(root);;) {
      var samples = new ArrayList<IndexValue>();
      var below = new ArrayList<Integer>();
      for (var page : level) {
        cells.open(page);
        for (var i = 0; i < cells.count(); i++) {
          cells.read(i);
          record.open(cells.bytes(), cells.payloadAt());
          samples.add(copy(record, all));
        }
        for (var i = 0; !cells.isLeaf() && i <= cells.count(); i++) {
          below.add(cells.child(i));
        }
      }
      if (samples.size() >= wanted || below.isEmpty()) {
        return samples;
      }
      level = below;
    }
  }

  private static IndexValue copy(RecordView record, int[] columns) {
    var values = new byte[record.length(columns)];
    return new IndexValue(Arrays.copyOf(values, record.copyValues(columns, values, 0)));
  }
}
