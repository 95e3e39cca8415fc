package band.civic.electionfinance.netfile.format;

import band.civic.electionfinance.netfile.json.JsonObjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The objects of a JSON answer as rows. The columns are those of each object: nested ones by path.
final class JsonRows implements RowSource {
  /// What each kind of record is called, and the field without which it is not one.
  private static final Map<RawKind, Shape> SHAPES = Map.of(
      RawKind.CONNECT2_TRANSACTIONS_JSON, new Shape("transactions", "netFileKey"),
      RawKind.CONNECT2_SUMMARY_JSON, new Shape("summary", "line_Item"),
      RawKind.CONNECT2_FILERS, new Shape("filers", "localAgencyId"),
      RawKind.CONNECT2_FILINGS, new Shape("filings", "id"),
      RawKind.CONNECT2_FILING_INFO, new Shape("filing_info", "filingId"),
      RawKind.SITES_FILINGS, new Shape("filings", "id"),
      RawKind.SITES_TRANSACTIONS, new Shape("transactions", "id"),
      RawKind.CAMPAIGN_FILERS, new Shape("filers", "filerNid"),
      RawKind.CAMPAIGN_FILINGS, new Shape("filings", "filingNid"),
      RawKind.CAMPAIGN_TRANSACTIONS, new Shape("transactions", "elementNid"));
  private static final Pattern CITY_STATE_ZIP = Pattern
      .compile("(?:^|[,\\n])\\s*([^,\\n\\d]+?)\\s*,?\\s+([A-Za-z]{2})\\.?,?\\s+(\\d{5}(?:-\\d{0,4})?)\\s*$");

  private final RawKind kind;
  private final Shape shape;
  private final JsonObjects objects;
  private final Map<List<String>, WireHeader> headers = new HashMap<>();
  private final List<WireFault> faults = new ArrayList<>();
  private long ordinal;

  private record Shape(String name, String key) {}

  JsonRows(Path file, RawKind kind) {
    this.kind = kind;
    this.shape = SHAPES.getOrDefault(kind, new Shape("", ""));
    this.objects = JsonObjects.open(file, this::isSecret);
  }

  /// The site API gives a place only as one line with the street; of that line, see [#place], the street is cut off.
  private boolean isSecret(String field) {
    return PrivateColumns.contains(field) && !(kind == RawKind.SITES_TRANSACTIONS && field.equals("address"));
  }

  @Override
  public Optional<WireRow> next() {
    var whole = kind == RawKind.CONNECT2_FILING_INFO;
    for (var item = objects.next(whole); item.isPresent(); item = objects.next(whole)) {
      ordinal++;
      switch (item.get()) {
        case JsonObjects.Stray stray -> faults.add(new WireFault(ordinal, "it is no object but " + stray.text(), ""));
        case JsonObjects.Values values when values.byPath().getOrDefault(shape.key(), "").isEmpty() ->
          faults.add(new WireFault(ordinal, "it has no " + shape.key(), ""));
        case JsonObjects.Values values -> {
          return Optional.of(row(values.byPath()));
        }
      }
    }
    return Optional.empty();
  }

  private WireRow row(Map<String, String> values) {
    var placed = kind == RawKind.SITES_TRANSACTIONS ? place(values) : values;
    var columns = List.copyOf(placed.keySet());
    var header = headers.computeIfAbsent(columns, key -> new WireHeader(kind, shape.name(), key));
    return new WireRow(header, ordinal, placed.values().toArray(String[]::new));
  }

  private static Map<String, String> place(Map<String, String> values) {
    Map<String, String> placed = new LinkedHashMap<>(values);
    var address = placed.remove("address");
    var place = CITY_STATE_ZIP.matcher(address == null ? "" : address);
    var found = place.find();
    placed.put("Tran_City", found ? place.group(1) : "");
    placed.put("Tran_State", found ? place.group(2) : "");
    placed.put("Tran_Zip4", found ? place.group(3) : "");
    return placed;
  }

  /// Reads to the end: an answer can report its failure after its rows.
  @Override
  public void check() {
    while (next().isPresent()) {
      // only what is thrown counts
    }
  }

  @Override
  public List<WireFault> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    objects.close();
  }
}
