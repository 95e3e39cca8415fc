package band.civic.clerk.testkit.netfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// `/Connect2/api`: lists in pages, as JSON and as CSV, single filings and the feed.
final class Connect2Door {
  private final FakeContent content;

  Connect2Door(FakeContent content) {
    this.content = content;
  }

  FakeReply answer(String path, FakeRequest request, String aid) {
    if (path.startsWith("/public/filing/info/")) {
      return info(path.substring("/public/filing/info/".length()));
    }
    if (path.startsWith("/public/list/filing/rss/")) {
      return feed(aid);
    }
    var year = request.parameter("Year");
    return switch (path) {
      case "/public/campaign/agencies" -> agencies();
      case "/public/campaign/export/cal201/transaction/year" ->
        page(request, "results", content.rows("transactions", aid, year));
      case "/public/campaign/export/cal201/summary/year" -> page(request, "results", content.rows("summary", aid,
          year));
      case "/public/campaign/export/cal201/transaction/year/csv" -> csv(request, content.rows("transactions", aid,
          year));
      case "/public/campaign/export/cal201/summary/year/csv" -> csv(request, content.rows("summary", aid, year));
      case "/public/campaign/list/filer" -> page(request, "filers", content.rows("filers", aid));
      case "/public/list/filing" -> page(request, "filings", content.rows("filings", aid));
      default -> FakeReply.missing();
    };
  }

  private FakeReply agencies() {
    var agencies = content.agencies.stream()
        .map(agency -> "{\"id\":%s,\"shortcut\":%s,\"name\":%s}".formatted(agency.get("id"), FakeJson.quote(agency
            .getOrDefault("shortcut", "")), FakeJson.quote(agency.getOrDefault("name", ""))))
        .collect(Collectors.joining(","));
    return FakeReply.json("{\"agencies\":[" + agencies + "],\"responseStatus\":null}");
  }

  private static FakeReply page(FakeRequest request, String array, List<Map<String, String>> rows) {
    var size = request.number("PageSize", 1000);
    var pages = (rows.size() + size - 1) / size;
    return FakeReply.json("{\"%s\":%s,\"totalMatchingCount\":%d,\"totalMatchingPages\":%d,\"responseStatus\":null}"
        .formatted(array, FakeJson.array(slice(request, rows)), rows.size(), pages));
  }

  private static FakeReply csv(FakeRequest request, List<Map<String, String>> rows) {
    var header = rows.isEmpty()
        ? List.of("NetFileKey", "FilingId", "FilerLocalId")
        : rows.getFirst()
            .keySet()
            .stream()
            .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
            .toList();
    var lines = slice(request, rows).stream()
        .map(row -> row.values().stream().map(Connect2Door::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n"));
    return FakeReply.text("text/csv", String.join(",", header) + "\r\n" + lines + "\r\n");
  }

  private static List<Map<String, String>> slice(FakeRequest request, List<Map<String, String>> rows) {
    var size = request.number("PageSize", 1000);
    return rows.stream().skip((long) request.number("CurrentPageIndex", 0) * size).limit(size).toList();
  }

  private static String cell(String text) {
    return text.matches("[^,\"\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private FakeReply info(String filingId) {
    return content.rows("info", filingId)
        .stream()
        .findFirst()
        .map(row -> FakeReply.json(FakeJson.object(row)))
        .orElse(
            FakeReply.missing());
  }

  private FakeReply feed(String aid) {
    var items = content.feed(aid)
        .entrySet()
        .stream()
        .map(
            item -> "<item><guid isPermaLink=\"false\">%s</guid><title>Synthetic</title><description>%s</description></item>"
                .formatted(item.getKey(), item.getValue()))
        .collect(Collectors.joining("\n"));
    return FakeReply.text("application/rss+xml; charset=utf-8",
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><description>log</description>\n"
            + items + "\n</channel></rss>");
  }
}
