package band.civic.electionfinance.netfile.connect2;

import band.civic.clerk.spi.ClerkException;
import band.civic.electionfinance.netfile.NetFileJson;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads just as much of a page as a walk needs.
public final class ListPages {
  private ListPages() {}

  /// The rows of a stored page.
  ///
  /// @throws ClerkException.BadSourceData when the page has no list, or a row has no key
  public static ListPage.Rows read(Listing listing, boolean csv, byte[] bytes) {
    return csv && listing.kind(true) != listing.kind(false) ? readCsv(listing, bytes) : readJson(listing, bytes);
  }

  /// A list of the same shape, with only those rows of the pages whose key is wanted.
  public static byte[] subset(Listing listing, List<byte[]> pages, Set<String> keys) {
    var rows = pages.stream()
        .flatMap(page -> NetFileJson.parse(page).path(listing.array()).valueStream())
        .filter(row -> keys.contains(row.path(listing.key()).asString("")))
        .collect(Collectors.toMap(row -> row.path(listing.key()).asString(""), row -> row, (a, _) -> a,
            LinkedHashMap::new));
    var envelope = NetFileJson.MAPPER.createObjectNode();
    envelope.put("totalMatchingCount", rows.size());
    envelope.put("totalMatchingPages", rows.isEmpty() ? 0 : 1);
    envelope.putArray(listing.array()).addAll(rows.values());
    return NetFileJson.MAPPER.writeValueAsBytes(envelope);
  }

  private static ListPage.Rows readJson(Listing listing, byte[] bytes) {
    var envelope = NetFileJson.parse(bytes);
    var rows = envelope.path(listing.array());
    if (!rows.isArray()) {
      throw new ClerkException.BadSourceData("NetFile's answer has no list \"%s\": the API may have changed".formatted(
          listing.array()));
    }
    var keys = new ArrayList<String>();
    var filings = new LinkedHashSet<String>();
    var filers = new LinkedHashSet<String>();
    var agencies = new TreeSet<Integer>();
    for (var row : rows) {
      keys.add(key(listing, text(row, listing.key()).orElse("")));
      text(row, "filingId").ifPresent(filings::add);
      text(row, "filerLocalId").ifPresent(filers::add);
      number(row, "agency").ifPresent(agencies::add);
    }
    return new ListPage.Rows(number(envelope, "totalMatchingCount"), number(envelope, "totalMatchingPages"), keys,
        filings, filers, agencies);
  }

  private static ListPage.Rows readCsv(Listing listing, byte[] bytes) {
    var keys = new ArrayList<String>();
    var filings = new LinkedHashSet<String>();
    var filers = new LinkedHashSet<String>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
      for (var row : csv) {
        var columns = folded(row);
        keys.add(key(listing, columns.getOrDefault("netfilekey", "")));
        Optional.ofNullable(columns.get("filingid")).filter(text -> !text.isEmpty()).ifPresent(filings::add);
        Optional.ofNullable(columns.get("filerlocalid")).filter(text -> !text.isEmpty()).ifPresent(filers::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ListPage.Rows(OptionalInt.empty(), OptionalInt.empty(), keys, filings, filers,
        Set.of());
  }

  private static Map<String, String> folded(NamedCsvRecord row) {
    return row.getFieldsAsMap()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(field -> field.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (a,
            _) -> a));
  }

  private static String key(Listing listing, String key) {
    if (key.isEmpty()) {
      throw new ClerkException.BadSourceData("a row of NetFile's %s has no %s: rows cannot be told apart".formatted(
          listing.word(), listing.key()));
    }
    return key;
  }

  private static Optional<String> text(JsonNode row, String field) {
    return Optional.of(row.path(field).asString("")).filter(text -> !text.isEmpty());
  }

  private static OptionalInt number(JsonNode envelope, String field) {
    var node = envelope.path(field);
    return node.isNumber() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }
}
