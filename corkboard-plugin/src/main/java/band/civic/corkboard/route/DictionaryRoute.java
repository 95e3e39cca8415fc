package band.civic.corkboard.route;

import band.civic.corkboard.dictionary.Dictionary;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.DictionaryPage;
import band.civic.corkboard.page.generated.JtedictionaryGenerated;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a database holds, table by table and column by column.
final class DictionaryRoute {
  private final Visit visit;
  private final Visit.Opened opened;

  DictionaryRoute(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  Answer answer(Optional<String> format) {
    return switch (format.orElse("html")) {
      case "json" -> Answer.json(json());
      case "html" -> html();
      default -> throw Failure.notFound("Invalid format: " + format.orElse(""));
    };
  }

  private Map<String, @Nullable Object> json() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("ok", true);
    map.put("database", opened.file().name());
    map.put("metadata", opened.scope().config().metadata(opened.file().name()));
    map.put("rows_looked_at", Dictionary.LOOKED_AT);
    map.put("tables", Dictionary.of(opened.scope()));
    return map;
  }

  private Answer html() {
    var path = visit.call().link("/" + Tilde.encode(opened.file().name()));
    var frame = new Frames(visit).below(opened.scope(), "Data dictionary", Map.of());
    var page = new DictionaryPage(path, Dictionary.of(opened.scope()), Dictionary.LOOKED_AT);
    return TableRoute.cached(Pages.answer(frame, out -> JtedictionaryGenerated.render(out, null, frame, page)), visit);
  }
}
