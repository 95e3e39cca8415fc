package band.civic.corkboard.page;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.subject.Leads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leads from the values of tables, rows and queries to the declared pages about them.
///
/// @param pages those of the database
/// @param database the path of the database
public record PageLinks(List<Page> pages, String database) {

  /// A cell that leads to the page about its value, when there is one; otherwise the cell as it is.
  public Cell link(Cell cell, String column, List<String> columns, @Nullable Object[] row) {
    if (pages.isEmpty() || cell.style().equals("null") || cell.style().equals("blob")) {
      return cell;
    }
    return Leads.page(pages, column, columns, name -> text(columns, row, name))
        .map(below -> new Cell(cell.text(), Optional.of(database + "/" + below), cell.note(), cell.style()))
        .orElse(cell);
  }

  private static Optional<String> text(List<String> columns, @Nullable Object[] row, String name) {
    return Optional.ofNullable(row[columns.indexOf(name)]).map(Cells::text);
  }
}
