package band.civic.corkboard.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one table is shown.
///
/// @param options the table's part of the configuration
public record TableConfig(Map<String, Object> options) {

  public Optional<String> sort() {
    return Tree.text(options, "sort");
  }

  public Optional<String> sortDesc() {
    return Tree.text(options, "sort_desc");
  }

  public Optional<String> size() {
    return Tree.text(options, "size");
  }

  public Optional<List<String>> sortableColumns() {
    return options.containsKey("sortable_columns") ? Optional.of(texts("sortable_columns")) : Optional.empty();
  }

  public Optional<String> labelColumn() {
    return Tree.text(options, "label_column");
  }

  public boolean isHidden() {
    return Tree.flag(options, "hidden");
  }

  /// The facets that are always shown.
  public List<FacetChoice> facets() {
    return Tree.list(options, "facets").stream().flatMap(f -> FacetChoice.of(f).stream()).toList();
  }

  public Optional<String> facetSize() {
    return Tree.text(options, "facet_size");
  }

  public Optional<String> ftsTable() {
    return Tree.text(options, "fts_table");
  }

  public Optional<String> ftsPk() {
    return Tree.text(options, "fts_pk");
  }

  public boolean isRawSearch() {
    return Tree.text(options, "searchmode").filter("raw"::equals).isPresent();
  }

  /// Types that people gave to columns, `json`, `url`, …
  public Map<String, Object> columnTypes() {
    return Tree.map(options, "column_types");
  }

  private List<String> texts(String key) {
    return Tree.list(options, key).stream().map(Object::toString).toList();
  }

  /// A facet: which kind, of which column.
  ///
  /// @param type `column`, `array` or `date`
  /// @param column the column
  public record FacetChoice(String type, String column) {

    static Optional<FacetChoice> of(Object configured) {
      if (configured instanceof String column) {
        return Optional.of(new FacetChoice("column", column));
      }
      if (configured instanceof Map<?, ?> map && map.size() == 1) {
        var only = map.entrySet().iterator().next();
        return Optional.of(new FacetChoice(only.getKey().toString(), String.valueOf(only.getValue())));
      }
      return Optional.empty();
    }
  }
}
