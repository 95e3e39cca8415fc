package band.civic.clerk.core.cli.agency;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.config.agencies.AgencyEdits;
import band.civic.clerk.core.config.agencies.AgencyEntry;
import band.civic.clerk.core.config.agencies.AgencyList;
import band.civic.clerk.core.config.agencies.AgencyListWriter;
import band.civic.clerk.core.config.agencies.AgencyReview;
import band.civic.clerk.core.config.agencies.AgencyReview.Finding;
import band.civic.clerk.core.config.agencies.AgencyReview.Proposal;
import band.civic.clerk.core.config.agencies.SourceList;
import band.civic.clerk.core.config.sites.SiteFile;
import band.civic.clerk.core.config.sites.SiteFileWriter;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `clerk agency`: which site shows whose filings. The reviewed file is the only truth; these commands read it, and
/// change it only when a person says so.
@Command(name = "agency", description = "Review which agencies' filings each site shows.")
public final class AgencyCommand {
  private static final String CALIFORNIA = "CA";

  private final Rooms rooms;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  @Option(names = "--source", defaultValue = "netfile", scope = ScopeType.INHERIT, description = "Whose list of agencies (default: netfile).")
  private String source = "netfile";

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
  private boolean json;

  public AgencyCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Command(name = "list", description = "List all agencies with their sites.")
  int list() {
    return agencies(reviewed().agencies());
  }

  @Command(name = "show", description = "Show an agency, or the agencies of a site.")
  int show(@Parameters(paramLabel = "ID:SHORTCUT | SUBDOMAIN") String what) {
    var found = reviewed().agencies()
        .stream()
        .filter(agency -> agency.key().toString().equals(what)
            || agency.mappings().stream().anyMatch(mapping -> mapping.subdomain().equals(what)))
        .toList();
    if (found.isEmpty()) {
      throw new BadConfiguration(
          "%s stands nowhere in %s. `clerk agency list` shows what does.".formatted(what, file()));
    }
    if (json) {
      return agencies(found);
    }
    found.forEach(agency -> print(AgencyListWriter.text(agency).stripTrailing()));
    return 0;
  }

  @Command(name = "propose", description = "Propose sites for agencies of a saved list that nobody decided on.")
  int propose(
      @Option(names = "--from", required = true, paramLabel = "FILE.json", description = "The source's list, saved as it is.") Path from,
      @Option(names = "--write", description = "Add the proposals to the file, off until they are accepted.") boolean write) {
    var list = reviewed();
    var proposals = new AgencyReview(list).propose(SourceList.read(from));
    if (write && !proposals.isEmpty()) {
      AgencyListWriter.replace(file(), new AgencyEdits(list).add(proposals));
      proposals.forEach(this::writeSite);
    }
    if (json) {
      print(Json.of(proposals.stream().map(AgencyShapes::json).toList()));
    } else {
      print(proposals.isEmpty() ? "Nothing to propose." : AgencyShapes.proposals(proposals));
      proposals.stream()
          .limit(1)
          .forEach(proposal -> print(write
              ? "Written to %s, all off. `clerk agency accept ID:SHORTCUT SUBDOMAIN` turns one on.".formatted(file())
              : "Nothing was written; --write adds these to " + file() + "."));
    }
    return 0;
  }

  @Command(name = "accept", description = "Turn a mapping on and mark it as reviewed.")
  int accept(@Mixin AcceptOptions options) {
    var subdomain = options.subdomain;
    if (rooms.siteConfig().findSite(subdomain).isEmpty()) {
      throw new BadConfiguration("There is no reviewed site %s. Write %s first.".formatted(subdomain,
          rooms.siteConfig().siteFile("SUBDOMAIN").resolveSibling(subdomain + ".yaml")));
    }
    AgencyListWriter.replace(file(), new AgencyEdits(reviewed()).accept(options.agency, options.acceptance()));
    print("%s now shows the filings of %s.".formatted(subdomain, options.agency));
    return 0;
  }

  @Command(name = "unmapped", description = "List agencies that no site shows and nobody skipped.")
  int unmapped() {
    return findings(new AgencyReview(reviewed()).unmapped(), "Every agency is mapped or skipped.");
  }

  @Command(name = "ambiguous", description = "List what is open to doubt: mappings to review, shared ids, several agencies of a site.")
  int ambiguous() {
    return findings(new AgencyReview(reviewed()).ambiguous(), "Nothing is ambiguous.");
  }

  @Command(name = "diff", description = "Compare a saved list of the source with the file: new, gone, renamed.")
  int diff(
      @Option(names = "--from", required = true, paramLabel = "FILE.json", description = "The source's list, saved as it is.") Path from) {
    return findings(new AgencyReview(reviewed()).diff(SourceList.read(from)), "The source lists what the file has.");
  }

  private void writeSite(Proposal proposal) {
    proposal.subdomain()
        .filter(subdomain -> rooms.siteConfig().findSite(subdomain).isEmpty())
        .ifPresent(subdomain -> SiteFileWriter.write(rooms.siteConfig().siteFile(subdomain), new SiteFile(subdomain,
            proposal.siteName(), CALIFORNIA, "US", proposal.kind(), Optional.empty(), Map.of())));
  }

  private int agencies(List<AgencyEntry> agencies) {
    print(json ? Json.of(agencies.stream().map(AgencyShapes::json).toList()) : AgencyShapes.table(agencies));
    return 0;
  }

  private int findings(List<Finding> findings, String none) {
    if (json) {
      print(Json.of(findings.stream().map(AgencyShapes::json).toList()));
    } else {
      print(findings.isEmpty() ? none : AgencyShapes.findings(findings));
    }
    return 0;
  }

  private AgencyList reviewed() {
    return rooms.siteConfig().agencies(source);
  }

  private Path file() {
    return rooms.siteConfig().agenciesFile(source);
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
  }
}
