package band.civic.corkboard.page;

import java.util.List;

/// The page of one row.
///
/// @param jsonLink the row as JSON
/// @param fields its values
/// @param incoming rows of other tables that refer to it
/// @param citation how to cite it
public record RowPage(String jsonLink, List<Field> fields, List<Link> incoming, Citation citation) {

  /// A column and its value.
  public record Field(String name, String description, Cell cell) {}

  /// How to cite a row.
  ///
  /// @param title what it is
  /// @param url its lasting address
  /// @param date when the data was published, `2026-11-24`
  /// @param publisher who publishes the data
  public record Citation(String title, String url, String date, String publisher) {

    public String text() {
      return (publisher.isEmpty() ? "" : publisher + ". ") + "“" + title + "”. Data of " + date + ". " + url;
    }
  }
}
