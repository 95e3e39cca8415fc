package band.civic.clerk.testkit.netfile;

import band.civic.clerk.testkit.netfile.FakeNetFile.Door;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Leads a request to its door.
final class FakeDoors {
  private static final Pattern DIRECT = Pattern.compile("/pub2/excel/(.+)Browsable/([^/]+)");
  private static final Pattern FEED = Pattern.compile("/public/list/filing/rss/([^/]+)/campaign.xml");
  private static final String CONNECT2 = "/Connect2/api";
  private static final String SITES = "/api/public/sites/api";
  private static final String CAMPAIGN = "/api/campaign";

  private final Predicate<Door> isOpen;
  private final UnaryOperator<String> agency;
  private final PortalDoor portal;
  private final Connect2Door connect2;
  private final SitesDoor sites;
  private final CampaignDoor campaign;

  FakeDoors(FakeContent content, CampaignDoor campaign, Predicate<Door> isOpen, UnaryOperator<String> agency) {
    this.isOpen = isOpen;
    this.agency = agency;
    this.portal = new PortalDoor(content);
    this.connect2 = new Connect2Door(content);
    this.sites = new SitesDoor(content);
    this.campaign = campaign;
  }

  FakeReply answer(FakeRequest request) {
    var path = request.path();
    var aid = agency.apply(request.parameter("aid") + request.parameter("agencyCode"));
    if (path.startsWith("/pub2/")) {
      return pub2(request, aid);
    }
    if (path.startsWith(CONNECT2)) {
      return connect2(path.substring(CONNECT2.length()), request, aid);
    }
    if (path.startsWith(SITES) && isOpen.test(Door.SITES)) {
      return sites.answer(path.substring(SITES.length()), request, aid);
    }
    return path.startsWith(CAMPAIGN) && isOpen.test(Door.CAMPAIGN)
        ? campaign.answer(path.substring(CAMPAIGN.length()), request, aid)
        : FakeReply.missing();
  }

  private FakeReply pub2(FakeRequest request, String aid) {
    var direct = DIRECT.matcher(request.path());
    if (direct.matches()) {
      return isOpen.test(Door.DIRECT)
          ? portal.direct(agency.apply(direct.group(1)), direct.group(2))
          : FakeReply
              .missing();
    }
    return isOpen.test(Door.PORTAL) ? portal.form(request, aid) : FakeReply.page("This portal has moved");
  }

  private FakeReply connect2(String path, FakeRequest request, String aid) {
    var feed = FEED.matcher(path);
    var door = feed.matches() ? Door.FEED : Door.CONNECT2;
    if (!isOpen.test(door)) {
      return FakeReply.missing();
    }
    return connect2.answer(path, request, feed.matches() ? agency.apply(feed.group(1)) : aid);
  }
}
