package band.civic.fec.openfec;

import java.util.Map;

/// Goes through a list page by page, from any page on, in an order that loses no row.
///
/// Lists by `last_indexes` are asked in ascending order and get back every key that the page before gave, `sort_null_only`
/// included. A list is over at an empty page, or at a page that is not full when the exact count is reached. An empty
/// page while rows are missing happens while the FEC processes a filing again: it is asked for again, and never taken for
/// the end without a word.
public final class Walk {
  /// The most rows OpenFEC gives at once.
  public static final int PAGE_SIZE = 100;

  private static final int LOOKS_AGAIN = 2;
  private static final String PAGE = "page";

  private final OpenFecClient client;
  private final Question question;
  private final OpenFecClient.Manner manner;

  /// @param question the filters; order and page size are added here
  public Walk(OpenFecClient client, Question question, OpenFecClient.Manner manner) {
    this.client = client;
    this.manner = manner;
    var filtered = question;
    for (var filter : client.settings().filters(question.endpoint())) {
      filtered = filtered.with(filter.getKey(), filter.getValue());
    }
    this.question = filtered.with("per_page", PAGE_SIZE).withEach("sort", question.endpoint().sorts());
  }

  /// A page, and where the walk stands after it.
  ///
  /// @param cursor what to give to [Walk#next] to go on
  /// @param isLast whether there is nothing behind it
  public record Step(Page page, Map<String, String> cursor, boolean isLast) {

    public Step {
      cursor = Map.copyOf(cursor);
    }

    /// Whether rows are missing, given how many different ones the whole walk saw. A guessed count tells nothing.
    public boolean lacksRows(long seen) {
      return page.isCountExact() && seen < page.count();
    }
  }

  /// The page behind a cursor; an empty one begins.
  ///
  /// @param seen how many different rows the walk saw before
  public Step next(Map<String, String> cursor, long seen) {
    var asked = question.after(cursor);
    var page = client.ask(asked, manner);
    for (var look = 0; look < LOOKS_AGAIN && isDoubtful(page, cursor, seen); look++) {
      page = client.ask(asked, new OpenFecClient.Manner(manner.isOver(), true));
    }
    return new Step(page, behind(page, cursor), isLast(page, seen));
  }

  private static boolean isDoubtful(Page page, Map<String, String> cursor, long seen) {
    if (!page.rows().isEmpty()) {
      return false;
    }
    return page.isCountExact() ? seen < page.count() : cursor.isEmpty() && page.count() > 0;
  }

  private Map<String, String> behind(Page page, Map<String, String> cursor) {
    if (question.endpoint().isKeyset()) {
      return page.lastIndexes();
    }
    return Map.of(PAGE, Integer.toString(Integer.parseInt(cursor.getOrDefault(PAGE, "1")) + 1));
  }

  private boolean isLast(Page page, long seen) {
    var rows = page.rows().size();
    if (rows == 0 || (question.endpoint().isKeyset() && page.lastIndexes().isEmpty())) {
      return true;
    }
    return rows < PAGE_SIZE && page.isCountExact() && seen + rows == page.count();
  }
}
