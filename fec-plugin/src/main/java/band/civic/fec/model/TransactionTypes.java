package band.civic.fec.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The FEC's codes of transactions, and the total that adds rows of each. The same code never counts in two totals.
public final class TransactionTypes {

  /// A code.
  ///
  /// @param code `15E`
  /// @param countsAs the total that adds it, `individual`; `other` for none
  /// @param description as the FEC writes it
  public record TransactionType(String code, String countsAs, String description) {}

  private TransactionTypes() {}

  /// All codes.
  public static List<TransactionType> list() {
    try (var in = TransactionTypes.class.getResourceAsStream("transaction-types.txt")) {
      if (in == null) {
        throw new IllegalStateException("transaction-types.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(TransactionTypes::type).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TransactionType type(String line) {
    var parts = line.split("\\|", 3);
    return new TransactionType(parts[0], parts[1], parts[2]);
  }
}
