package band.civic.corkboard.page;

import java.util.List;
import java.util.Optional;

/// The page of a thing that rows are about.
///
/// @param kind what kind of thing
/// @param description one sentence about it; may be empty
/// @param facts what is known of it
/// @param sections what is counted
/// @param links the same as data, and the list of all things of its kind
public record SubjectPage(String kind, String description, List<Figure> facts, List<Part> sections, List<Link> links) {

  /// A large number.
  ///
  /// @param title what it is
  /// @param cell the value
  /// @param counts which rows it counts
  public record Figure(String title, Cell cell, String counts) {}

  /// A section.
  ///
  /// @param name its anchor
  /// @param title for people
  /// @param counts which rows it counts
  /// @param body what it shows
  /// @param chart its picture
  /// @param links the rows in other formats
  public record Part(String name, String title, String counts, Body body, Optional<Picture> chart, List<Link> links) {

    public boolean isEmpty() {
      return body.rows.isEmpty() && body.figures.isEmpty() && body.note.isEmpty();
    }
  }

  /// @param figures large numbers
  /// @param columns headings of the rows
  /// @param rows the rows
  /// @param note what the reader should know: why there are none, or that there are more
  public record Body(List<Figure> figures, List<Heading> columns, List<List<Cell>> rows, String note) {}

  /// @param title for people
  /// @param style `num` or nothing
  /// @param counts which rows the numbers count
  public record Heading(String title, String style, String counts) {}

  /// A chart: a picture, and where a script finds its data.
  ///
  /// @param title what it shows
  /// @param svg the picture's address
  /// @param data the address of its data
  public record Picture(String title, String svg, String data) {}
}
