package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.render.Csv;
import band.civic.corkboard.subject.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The rows of a declared section in other formats.
final class DeclaredRows {

  private DeclaredRows() {}

  static Answer csv(Part part) {
    if (!part.failure().isEmpty()) {
      throw Failure.badRequest(part.failure());
    }
    var out = new ByteArrayOutputStream();
    var csv = new Csv(out, part.rows().columns(), List.of(), (_, _) -> "");
    try {
      csv.writeHeader();
      for (var row : part.rows().rows()) {
        csv.writeRow(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.of(Answer.TEXT, out.toByteArray());
  }
}
