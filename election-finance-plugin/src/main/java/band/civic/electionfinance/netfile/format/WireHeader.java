package band.civic.electionfinance.netfile.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The columns of one sheet, CSV file or kind of record. They are found without regard to case and underscores:
/// `Tran_NamL`, `tran_NamL` and `tranNamL` are one column.
public final class WireHeader {
  private final RawKind kind;
  private final String sheet;
  private final List<String> columns;
  private final Map<String, Integer> indexes;

  /// @param kind the format the rows come from
  /// @param sheet the workbook's sheet, `A-Contributions`; for other formats the kind of record
  /// @param columns as the source spells them; of two with one name the first is found
  public WireHeader(RawKind kind, String sheet, List<String> columns) {
    this.kind = kind;
    this.sheet = sheet;
    this.columns = List.copyOf(columns);
    this.indexes = IntStream.range(0, columns.size())
        .boxed()
        .collect(Collectors.toMap(i -> fold(columns.get(i)), i -> i, (first, second) -> first));
  }

  public RawKind kind() {
    return kind;
  }

  public String sheet() {
    return sheet;
  }

  public List<String> columns() {
    return columns;
  }

  /// The column's place, or -1.
  public int indexOf(String column) {
    return indexes.getOrDefault(fold(column), -1);
  }

  private static String fold(String column) {
    return column.strip().replace("_", "").toLowerCase(Locale.ROOT);
  }
}
