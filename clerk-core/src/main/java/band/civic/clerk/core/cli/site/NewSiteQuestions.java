package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.config.sites.SiteFile;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.Position;
import band.civic.clerk.core.site.SiteProblem.SiteExists;
import band.civic.clerk.core.site.SiteRules;
import band.civic.clerk.core.site.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// Makes a site out of flags, the reviewed file and, on a terminal, answers: in this order.
final class NewSiteQuestions {
  private final CommandLine command;
  private final SiteConfig config;
  private final Prompt prompt;
  private final List<String> missing = new ArrayList<>();

  NewSiteQuestions(CommandLine command, SiteConfig config, Prompt prompt) {
    this.command = command;
    this.config = config;
    this.prompt = prompt;
  }

  /// The site to register.
  ///
  /// @throws SiteExists before any question, when it is registered already
  /// @throws ParameterException when something is missing or wrong
  NewSite ask(NewSiteOptions options, Sites sites) {
    var subdomain = given(options.subdomain).or(() -> prompt.ask("Subdomain (alameda.ca)"))
        .orElseThrow(() -> new ParameterException(command, "Missing SUBDOMAIN, such as alameda.ca"));
    if (sites.findSite(subdomain).isPresent()) {
      throw new SiteExists(subdomain);
    }
    var site = site(options, subdomain, config.findSite(subdomain));
    if (!missing.isEmpty()) {
      throw new ParameterException(command, "Missing " + String.join(", ", missing)
          + ". No reviewed file knows this site, and nobody is there to ask.");
    }
    var problems = SiteRules.problems(site);
    if (!problems.isEmpty()) {
      throw new ParameterException(command, "The site was not registered: " + String.join("; ", problems) + ".");
    }
    return site;
  }

  private NewSite site(NewSiteOptions options, String subdomain, Optional<SiteFile> reviewed) {
    var name = text("--name", options.name, reviewed.map(SiteFile::name), "Name");
    var state = text("--state", options.state, reviewed.map(SiteFile::state), "State (CA)");
    var kind = text("--kind", options.kind, reviewed.map(SiteFile::kind),
        "Kind (" + String.join(", ", SiteRules.KINDS) + ")");
    var country = given(options.country).or(() -> reviewed.map(SiteFile::country)).orElse("US");
    var position = Optional.ofNullable(options.position)
        .or(() -> reviewed.flatMap(SiteFile::position).map(p -> new Position(p.lat(), p.lng())));
    if (position.isEmpty() && reviewed.isEmpty()) {
      position = prompt.ask("Latitude,longitude (empty: none)").map(this::position);
    }
    var extra = Optional.<Map<String, String>>ofNullable(options.extra)
        .or(() -> reviewed.map(SiteFile::extra))
        .orElse(Map.of());
    return new NewSite(subdomain, name, state, country, kind, position, extra);
  }

  private String text(String option, @Nullable String value, Optional<String> reviewed, String question) {
    return given(value).or(() -> reviewed).or(() -> prompt.ask(question)).orElseGet(() -> {
      missing.add(option);
      return "";
    });
  }

  private Position position(String text) {
    try {
      return new LatLng().convert(text);
    } catch (TypeConversionException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value);
  }
}
