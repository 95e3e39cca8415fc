package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.site.RegisteredSite;
import java.util.List;

/// The list of sites for a person.
public final class SiteListing {
  private static final String NONE = "No sites yet. `clerk site new SUBDOMAIN` registers one, "
      + "`clerk site import --from-config --all` all reviewed ones.";

  private SiteListing() {}

  /// All registered sites, or how to register some; nothing for who wants no words.
  public static String of(Rooms rooms) {
    var sites = rooms.sites().listSites();
    if (sites.isEmpty()) {
      return rooms.options().quiet() ? "" : NONE;
    }
    return table(sites);
  }

  /// These sites.
  static String table(List<RegisteredSite> sites) {
    var table = TextTable.of("SUBDOMAIN", "NAME", "STATE", "KIND", "STATUS", "FINANCE RECORDS", "LAST UPDATED");
    sites.forEach(site -> table.add(site.subdomain(), site.name(), site.state(), site.kind(), site.status(),
        site.finance().hasData() ? String.valueOf(site.finance().recordCount().orElse(0)) : "-",
        site.finance().lastUpdated().orElse("-")));
    return table.toString();
  }
}
