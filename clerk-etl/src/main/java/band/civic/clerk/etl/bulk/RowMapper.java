package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.RowView;

/// What a line means: which key it has and what is stored of it. Used by several threads at once, so it keeps nothing
/// between two lines.
public interface RowMapper {

  /// The key of the line, or [RowView#NONE] when it has none that can be read. A line with a known key and an unchanged
  /// hash is asked for nothing else, so this should look at as little as it can: [RowView#lastNumber()]. It must give
  /// the same for a whole line as for any other, and may not assume that the line is whole.
  long key(RowView row);

  /// Writes the value of every stored column but the key, in the order of the table, or rejects the line. Called for
  /// whole lines only.
  void map(RowView row, RowWriter out);
}
