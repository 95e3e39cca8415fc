package band.civic.corkboard.page;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.query.Labelled;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.schema.Table;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One value on a page.
///
/// @param text what is read
/// @param href where it leads
/// @param note a smaller word beside it
/// @param style `num`, `null`, `blob`, `data` for JSON that is cut after some lines, or nothing
public record Cell(String text, Optional<String> href, String note, String style) {
  private static final int LONG_DATA = 160;
  private static final Pattern URL = Pattern.compile("https?://\\S+");

  private static Cell plain(String text, String style) {
    return new Cell(text, Optional.empty(), "", style);
  }

  static Cell link(String text, String href) {
    return new Cell(text, Optional.of(href), "", "");
  }

  /// Where cells are shown.
  ///
  /// @param call the request
  /// @param database the database
  /// @param table the table whose keys are followed
  /// @param longest most characters of a cell; 0 for all
  public record Place(Call call, String database, Optional<Table> table, int longest) {

    /// A value as it is shown.
    public Cell cell(String column, @Nullable Object value, Optional<String> rowPath) {
      return switch (value) {
        case null -> plain("", "null");
        case Labelled labelled -> label(column, labelled);
        case byte[] blob -> blob(column, blob, rowPath);
        case Number number -> plain(Cells.text(number), "num");
        default -> text(value.toString());
      };
    }

    private Cell text(String value) {
      var shown = longest > 0 && value.length() > longest ? value.substring(0, longest) + "…" : value;
      return URL.matcher(value.strip()).matches() ? link(shown.strip(), value.strip()) : plain(shown, style(value));
    }

    /// Long JSON would make every row of a table as tall as it is; the row's own page shows all of it.
    private String style(String value) {
      boolean data = value.startsWith("{") || value.startsWith("[");
      return longest > 0 && data && value.length() > LONG_DATA ? "data" : "";
    }

    private Cell label(String column, Labelled labelled) {
      var value = Cells.text(labelled.value());
      var words = Cells.text(labelled.label());
      var href = table.flatMap(t -> t.findOutgoing(column))
          .map(k -> call.link("/" + Tilde.encode(database) + "/"
              + Tilde.encode(k.otherTable()) + "/" + Tilde.encode(value)));
      return new Cell(words.isEmpty() ? "-" : words, href, words.equals(value) ? "" : value, "");
    }

    private Cell blob(String column, byte[] blob, Optional<String> rowPath) {
      var words = "<Binary: " + String.format("%,d", blob.length) + (blob.length == 1 ? " byte>" : " bytes>");
      return new Cell(words, rowPath.map(p -> p + ".blob?_blob_column=" + Args.encode(column)), "", "blob");
    }
  }
}
