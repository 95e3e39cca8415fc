package band.civic.electionfinance.netfile.connect2;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The agencies that people have reviewed, to hold NetFile's own list against.
///
/// @param agencies as the file `agencies/netfile.yaml` has them
/// @param needReview sites whose mapping waits for a better agency: the list is no proof that there is none
public record AgencyMappings(List<ListedAgency> agencies, List<String> needReview) {

  /// What is different in NetFile's list of today.
  ///
  /// @param added agencies that nobody reviewed
  /// @param renamed agencies under another name than the reviewed one
  /// @param gone reviewed agencies that the list has no more
  /// @param candidates agencies that nobody reviewed and whose name has the word of a site that waits for a review
  public record Difference(List<ListedAgency> added, List<ListedAgency> renamed, List<ListedAgency> gone,
      List<String> candidates) {}

  /// @throws ClerkException.BadConfiguration when the file is not there or cannot be read
  public static AgencyMappings read(Path siteConfig) {
    var file = siteConfig.resolve("agencies/netfile.yaml");
    try {
      var tree = YAMLMapper.builder().build().readTree(Files.newBufferedReader(file));
      var agencies = new ArrayList<ListedAgency>();
      var needReview = new TreeSet<String>();
      for (var agency : tree.path("agencies")) {
        agencies.add(agency(agency));
        sitesToReview(agency).forEach(needReview::add);
      }
      return new AgencyMappings(agencies, List.copyOf(needReview));
    } catch (IOException | JacksonException e) {
      throw new ClerkException.BadConfiguration(
          "the reviewed agencies in " + file + " cannot be read: " + e.getMessage(),
          e);
    }
  }

  /// Compares with NetFile's list. Ids and shortcuts alone are each used twice, so only the pair counts.
  public Difference compare(List<ListedAgency> listed) {
    var added = listed.stream().filter(agency -> agencies.stream().noneMatch(agency::isSameAs)).toList();
    var gone = agencies.stream().filter(agency -> listed.stream().noneMatch(agency::isSameAs)).toList();
    var renamed = listed.stream()
        .filter(agency -> agencies.stream()
            .anyMatch(reviewed -> reviewed.isSameAs(agency)
                && !Objects.equals(reviewed.name(), agency.name())))
        .toList();
    var candidates = needReview.stream()
        .flatMap(site -> added.stream()
            .filter(agency -> speaksOf(agency, site))
            .map(
                agency -> site + ": " + agency.id() + " " + agency.shortcut() + " " + agency.name()))
        .toList();
    return new Difference(added, renamed, gone, candidates);
  }

  private static ListedAgency agency(JsonNode agency) {
    return new ListedAgency(agency.path("id").asInt(), agency.path("shortcut").asString(""),
        agency.path("name")
            .asString(
                ""));
  }

  private static Stream<String> sitesToReview(JsonNode agency) {
    return agency.path("mappings")
        .valueStream()
        .filter(mapping -> mapping.path("review").asString("").equals("needed"))
        .map(mapping -> mapping.path("subdomain").asString(""));
  }

  private static boolean speaksOf(ListedAgency agency, String subdomain) {
    var word = subdomain.replaceFirst("(-county)?\\..*$", "");
    return agency.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").contains(word);
  }
}
