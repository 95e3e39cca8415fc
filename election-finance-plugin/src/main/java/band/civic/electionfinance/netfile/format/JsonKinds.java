package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.electionfinance.netfile.json.JsonObjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells JSON answers apart by the fields of their first object.
final class JsonKinds {
  /// In this order: each kind has what none of those after it has.
  private static final List<Map.Entry<RawKind, Set<String>>> FIELDS = List.of(
      Map.entry(RawKind.CAMPAIGN_TRANSACTIONS, Set.of("elementNid", "calTransactionType")),
      Map.entry(RawKind.CAMPAIGN_FILINGS, Set.of("filingNid", "filingMeta.formId")),
      Map.entry(RawKind.CAMPAIGN_FILERS, Set.of("filerNid", "filerName")),
      Map.entry(RawKind.CONNECT2_SUMMARY_JSON, Set.of("line_Item", "amount_A")),
      Map.entry(RawKind.CONNECT2_TRANSACTIONS_JSON, Set.of("netFileKey", "tran_Id")),
      Map.entry(RawKind.CONNECT2_FILERS, Set.of("localAgencyId", "name")),
      Map.entry(RawKind.CONNECT2_FILING_INFO, Set.of("filingId", "amendmentSequenceNumber", "localFilerId")),
      Map.entry(RawKind.CONNECT2_FILINGS, Set.of("id", "isEfiled")),
      Map.entry(RawKind.SITES_FILINGS, Set.of("id", "formName", "obfuscatedId")),
      Map.entry(RawKind.SITES_TRANSACTIONS, Set.of("id", "filingId", "spendingCode")));

  private JsonKinds() {}

  static Optional<RawKind> sniff(Path file) {
    return firstFields(file, false)
        .flatMap(first -> first.fields().isEmpty() ? ofEmpty(file, first.list()) : kind(first.fields()))
        .or(() -> firstFields(file, true).flatMap(first -> kind(first.fields())));
  }

  /// An empty list shows nothing but its name; `results` may be either of two.
  private static Optional<RawKind> ofEmpty(Path file, Optional<String> list) {
    return list.map(name -> switch (name) {
      case "filers" -> RawKind.CONNECT2_FILERS;
      case "filings" -> RawKind.CONNECT2_FILINGS;
      case "items" -> RawKind.SITES_TRANSACTIONS;
      default -> file.getFileName().toString().contains("summary")
          ? RawKind.CONNECT2_SUMMARY_JSON
          : RawKind.CONNECT2_TRANSACTIONS_JSON;
    });
  }

  private static Optional<RawKind> kind(Set<String> fields) {
    return FIELDS.stream().filter(entry -> fields.containsAll(entry.getValue())).map(Map.Entry::getKey).findFirst();
  }

  private record First(Optional<String> list, Set<String> fields) {}

  private static Optional<First> firstFields(Path file, boolean whole) {
    try (var objects = JsonObjects.open(file, PrivateColumns::contains)) {
      var fields = objects.next(whole).map(JsonKinds::fields).orElse(Set.of());
      return Optional.of(new First(objects.list(), fields));
    } catch (BadSourceData e) {
      return Optional.empty(); // sniffing only asks what a file looks like
    }
  }

  private static Set<String> fields(JsonObjects.Item item) {
    return item instanceof JsonObjects.Values values ? values.byPath().keySet() : Set.of();
  }
}
