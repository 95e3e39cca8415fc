package band.civic.clerk.testkit.netfile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// `/api/campaign`: wants key and secret, and offers a session again until it is completed.
final class CampaignDoor {
  private final FakeContent content;
  private boolean news = true;

  CampaignDoor(FakeContent content) {
    this.content = content;
  }

  FakeReply answer(String path, FakeRequest request, String aid) {
    var pair = Base64.getEncoder().encodeToString("key:secret".getBytes(StandardCharsets.UTF_8));
    if (!request.header("authorization").equals("Basic " + pair)) {
      return FakeReply.text("text/plain", "Invalid credentials").withStatus(401);
    }
    return switch (path) {
      case "/filer/v101/filers" -> page(request, content.campaign.getOrDefault("filers " + aid, List.of()));
      case "/filing/v101/filings" -> page(request, content.campaign.getOrDefault("filings " + aid, List.of()));
      case "/cal/v101/transaction-elements" -> page(request, content.campaign.getOrDefault("transactions " + aid, List
          .of()));
      case "/filing/v101/sync/subscribe" -> FakeReply.json("{\"id\":\"sub-1\"}");
      case "/sync/v101/subscriptions/sub-1/peek" -> FakeReply.json("{\"dataAvailable\":" + news + "}");
      case "/sync/v101/sessions" -> FakeReply.json("{\"syncDataAvailable\":%b,\"session\":{\"id\":\"session-1\"}}"
          .formatted(news));
      case "/sync/v101/sessions/session-1/commands/Complete" -> complete();
      case "/sync/v101/sessions/session-1/commands/Cancel" -> FakeReply.json("{}");
      default -> FakeReply.missing();
    };
  }

  void changed() {
    news = true;
  }

  private FakeReply complete() {
    news = false;
    return FakeReply.json("{}");
  }

  private static FakeReply page(FakeRequest request, List<String> rows) {
    var offset = request.number("offset", 0);
    var limit = request.number("limit", 1000);
    var slice = rows.stream().skip(offset).limit(limit).toList();
    return FakeReply.json(
        "{\"results\":[%s],\"totalCount\":%d,\"limit\":%d,\"offset\":%d,\"hasNextPage\":%b,\"hasPreviousPage\":%b}"
            .formatted(String.join(",", slice), rows.size(), limit, offset, offset + limit < rows.size(), offset > 0));
  }
}
