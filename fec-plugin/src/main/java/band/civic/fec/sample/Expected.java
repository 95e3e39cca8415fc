package band.civic.fec.sample;

import band.civic.fec.sample.Contribution.Bad;
import band.civic.fec.sample.Contribution.TxType;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What a release must give: counted while it is invented, never read back from the files. Amounts are whole dollars, as
/// the file has them; where a row stands there twice with different amounts the last one counts.
public final class Expected {
  private final Map<String, Long> figures = new TreeMap<>();
  private final Map<String, ForCommittee> committees = new TreeMap<>();
  private final Map<String, Long> individualsByState = new TreeMap<>();
  private final Map<Bad, Long> rejects = new EnumMap<>(Bad.class);
  private final Map<TxType, Long> types = new EnumMap<>(TxType.class);

  /// What one committee's rows must add up to.
  ///
  /// @param rows all rows that are not faulty
  /// @param individuals rows of type 15, 15E and 11 that are no memos
  /// @param individualDollars their sum
  /// @param individualCents the same with the cents that the file leaves out
  /// @param refunds rows of type 22Y and 20Y that are no memos
  /// @param refundDollars their sum
  /// @param memos rows that must not be added up
  /// @param memoDollars their sum
  /// @param conduits rows of type 24T and 24I
  /// @param conduitDollars their sum
  /// @param type10 rows of type 10 that are no memos
  /// @param type10Dollars their sum
  public record ForCommittee(long rows, long individuals, long individualDollars, long individualCents, long refunds,
      long refundDollars, long memos, long memoDollars, long conduits, long conduitDollars, long type10,
      long type10Dollars) {
    static final ForCommittee NONE = new ForCommittee(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private ForCommittee with(Contribution row) {
      var dollars = row.lastDollars();
      var individual = row.isIndividual() ? 1 : 0;
      var refund = !row.memo && (row.type == TxType.T22Y || row.type == TxType.T20Y) ? 1 : 0;
      var memo = row.memo ? 1 : 0;
      var conduit = row.type == TxType.T24T || row.type == TxType.T24I ? 1 : 0;
      var ten = !row.memo && row.type == TxType.T10 ? 1 : 0;
      return new ForCommittee(rows + 1, individuals + individual, individualDollars + individual * dollars,
          individualCents + individual * (row.dollars * 100 + row.cents), refunds + refund,
          refundDollars + refund * dollars, memos + memo, memoDollars + memo * dollars, conduits + conduit,
          conduitDollars + conduit * dollars, type10 + ten, type10Dollars + ten * dollars);
    }
  }

  /// A figure by its name: `valid`, `sum`, `rejected_lines`, `repeated`, `conflicting`, `blank`, `lines`; of a second
  /// release also `unchanged`, `edited`, `gone`, `new`, `superseded`.
  public long figure(String name) {
    return figures.getOrDefault(name, 0L);
  }

  /// All figures.
  public Map<String, Long> figures() {
    return Map.copyOf(figures);
  }

  /// What each known committee's rows must add up to.
  public Map<String, ForCommittee> committees() {
    return Map.copyOf(committees);
  }

  /// Dollars of individuals by the state they live in.
  public Map<String, Long> individualsByState() {
    return Map.copyOf(individualsByState);
  }

  /// How many rows of a transaction type there are.
  public long rowsOf(String code) {
    return types.getOrDefault(TxType.valueOf("T" + code), 0L);
  }

  void add(String name, long more) {
    figures.merge(name, more, Long::sum);
  }

  void rejected(Contribution row) {
    rejects.merge(row.bad, 1L, Long::sum);
    add("rejected_records", 1);
    add("rejected_lines", row.bad == Bad.SPLIT_LINE ? 2 : 1);
  }

  void valid(Contribution row) {
    add("valid", 1);
    add("sum", row.lastDollars());
    types.merge(row.type, 1L, Long::sum);
    if (row.isIndividual()) {
      individualsByState.merge(Words.PLACES[row.place].state(), row.lastDollars(), Long::sum);
    }
    if (row.unknownCommittee) {
      add("unknown_committee", 1);
    } else {
      committees.merge(Cast.committeeId(row.committee), ForCommittee.NONE.with(row), (all, _) -> all.with(row));
    }
  }
}
