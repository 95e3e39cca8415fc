package band.civic.clerk.testkit.netfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// `/api/public/sites/api`: turns library names away, counts filings as 0, and gives rows in another order each time.
final class SitesDoor {
  private final FakeContent content;
  private final Random order = new Random(42);

  SitesDoor(FakeContent content) {
    this.content = content;
  }

  FakeReply answer(String path, FakeRequest request, String aid) {
    if (!request.header("user-agent").startsWith("Mozilla/")) {
      return FakeReply.page("Forbidden").withStatus(403);
    }
    return switch (path) {
      case "/filings/byDate" -> filings(request, aid);
      case "/SearchCampaignTransactions" -> search(request, aid);
      default -> FakeReply.missing();
    };
  }

  private FakeReply filings(FakeRequest request, String aid) {
    var found = content.rows("sites-filings", aid).stream().filter(row -> {
      var day = row.getOrDefault("filingDate", "");
      return day.compareTo(request.parameter("startDate")) >= 0
          && day.compareTo(request.parameter("endDate") + "T99") <= 0;
    }).toList();
    var page = slice(found, request.number("page", 1), request.number("pageSize", 100));
    return FakeReply.json("{\"filings\":" + FakeJson.array(page) + ",\"totalCount\":0}");
  }

  private FakeReply search(FakeRequest request, String aid) {
    var query = request.parameter("query");
    if (query.contains(":")) {
      return FakeReply.page("Runtime Error").withStatus(500);
    }
    var found = new ArrayList<>(content.rows("sites-items", aid).stream().filter(row -> matches(row, query)).toList());
    Collections.shuffle(found, order);
    var size = request.number("pageSize", 100);
    var page = request.number("currentPage", 1);
    return FakeReply.json("{\"items\":%s,\"pageSize\":%d,\"currentPage\":%d,\"totalCount\":%d,\"hasNextPage\":%b}"
        .formatted(FakeJson.array(slice(found, page, size)), size, page, found.size(), page * size < found.size()));
  }

  private static boolean matches(Map<String, String> row, String query) {
    var text = (row.getOrDefault("filerName", "") + " " + row.getOrDefault("name", "")).toLowerCase(Locale.ROOT);
    return !query.contains(",") && List.of(query.toLowerCase(Locale.ROOT).split(" ")).stream().allMatch(text::contains);
  }

  private static List<Map<String, String>> slice(List<Map<String, String>> rows, int page, int size) {
    return rows.stream().skip((page - 1L) * size).limit(size).toList();
  }
}
