package band.civic.corkboard.page;

import band.civic.corkboard.http.Args.Arg;
import java.util.List;

/// The page of a table or view.
///
/// @param path its path without a format
/// @param head how many rows, in words
/// @param tools the forms
/// @param facets counted values
/// @param grid the rows
/// @param links where to go from here
public record TablePage(String path, Head head, Tools tools, List<Facet> facets, Grid grid, Links links) {

  /// What is shown, in words.
  ///
  /// @param count `1,234 rows`
  /// @param words the conditions and the order
  /// @param definition the SQL that made the table
  public record Head(String count, String words, String definition) {}

  /// The forms of the page.
  ///
  /// @param filters filters that hold, and an empty one
  /// @param filterColumns columns to filter by
  /// @param sortColumns columns to sort by
  /// @param sort how it is sorted
  /// @param search the search box
  /// @param hidden arguments that the filter form keeps
  public record Tools(List<Filter> filters, List<String> filterColumns, List<String> sortColumns, Sort sort,
      Search search, List<Arg> hidden) {}

  /// @param column the column; empty for none
  /// @param descending true for the largest first
  public record Sort(String column, boolean descending) {}

  /// @param offered true when the table has a full-text index
  /// @param typed what was searched for
  /// @param hidden arguments that the search form keeps
  public record Search(boolean offered, String typed, List<Arg> hidden) {}

  /// One line of the filter form.
  ///
  /// @param suffix `_1`, or nothing for the empty line
  public record Filter(String suffix, String column, String operator, String value) {}

  /// Values of a column, counted.
  ///
  /// @param name the column
  /// @param kind `array`, `date` or nothing
  /// @param remove the page without this facet; empty when it stays
  /// @param values the values
  /// @param truncated true when there are more
  /// @param chart the same as a picture
  public record Facet(String name, String kind, String remove, List<FacetValue> values, boolean truncated,
      String chart) {

    /// The largest count, which the bars are measured by.
    public long largest() {
      return values.stream().mapToLong(FacetValue::number).max().orElse(1);
    }
  }

  /// @param label the value in words
  /// @param href the page with or without it
  /// @param number rows that have it
  /// @param selected true when only those are shown
  public record FacetValue(String label, String href, long number, boolean selected) {

    public String count() {
      return String.format("%,d", number);
    }
  }

  /// The rows.
  public record Grid(List<Heading> columns, List<List<Cell>> rows, String next) {}

  /// The head of a column.
  ///
  /// @param name its name
  /// @param href the page sorted by it; empty when it cannot be
  /// @param arrow how it is sorted now
  /// @param description what it holds
  public record Heading(String name, String href, String arrow, String description) {

    public String style() {
      return arrow.isEmpty() ? "" : "sorted";
    }
  }

  /// Where to go from here.
  ///
  /// @param sql the same question in SQL; empty when that is not allowed
  /// @param exports the same rows in other formats
  /// @param suggestions facets that may be worth a look
  /// @param timedOut facets that took too long
  /// @param csv the CSV form
  public record Links(String sql, List<Link> exports, List<Link> suggestions, String timedOut, CsvForm csv) {}

  /// @param path where it sends
  /// @param labels true when there are labels to be had
  /// @param stream true when all rows may be had
  /// @param hidden arguments that it keeps
  /// @param shapes JSON in other shapes
  public record CsvForm(String path, boolean labels, boolean stream, List<Arg> hidden, List<Link> shapes) {}

  /// An operator: what people read, and what stands in the form.
  public record Choice(String key, String value) {}

  public String count() {
    return head.count;
  }

  public String words() {
    return head.words;
  }

  public String definition() {
    return head.definition;
  }

  public boolean hasSearch() {
    return tools.search.offered;
  }

  public String search() {
    return tools.search.typed;
  }

  public List<Arg> hiddenForSearch() {
    return tools.search.hidden;
  }

  public List<Arg> hiddenForFilters() {
    return tools.hidden;
  }

  public boolean isFiltered() {
    return tools.filters.size() > 1;
  }

  public List<Filter> filters() {
    return tools.filters;
  }

  public List<String> filterColumns() {
    return tools.filterColumns;
  }

  public List<String> sortColumns() {
    return tools.sortColumns;
  }

  public String sort() {
    return tools.sort.column;
  }

  public boolean descending() {
    return tools.sort.descending;
  }

  public List<Choice> operators() {
    return TablePages.OPERATORS;
  }

  public String sqlLink() {
    return links.sql;
  }

  public List<Link> exports() {
    return links.exports;
  }

  public List<Link> suggestions() {
    return links.suggestions;
  }

  public String timedOut() {
    return links.timedOut;
  }

  public List<Heading> columns() {
    return grid.columns;
  }

  public List<List<Cell>> rows() {
    return grid.rows;
  }

  public String next() {
    return grid.next;
  }

  public List<Link> shapes() {
    return links.csv.shapes;
  }

  public String csvPath() {
    return links.csv.path;
  }

  public boolean hasLabels() {
    return links.csv.labels;
  }

  public boolean mayStream() {
    return links.csv.stream;
  }

  public List<Arg> hiddenForCsv() {
    return links.csv.hidden;
  }
}
