package band.civic.clerk.core.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.Position;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.SiteProblem.SiteExists;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What a person at a terminal is asked.
class NewSiteQuestionsTest {
  private final List<String> asked = new ArrayList<>();

  @TempDir
  private Path directory;

  @Test
  void whatever_was_not_given_is_asked() {
    var site = ask(new NewSiteOptions(),
        Map.of("Subdomain", "testville.ca", "Name", "Testville", "State", "CA", "Kind", "city", "Latitude",
            "37.5, -122"));

    assertThat(site).isEqualTo(new NewSite("testville.ca", "Testville", "CA", "US", "city",
        Optional.of(new Position(37.5, -122)), Map.of()));
  }

  @Test
  void what_was_given_is_not_asked() {
    var options = new NewSiteOptions();
    options.subdomain = "testville.ca";
    options.name = "Testville";
    options.state = "CA";

    ask(options, Map.of("Kind", "city"));

    assertThat(asked).containsExactly("Kind", "Latitude");
  }

  @Test
  void an_answer_that_is_wrong_is_a_usage_error() {
    assertThatThrownBy(() -> ask(new NewSiteOptions(),
        Map.of("Subdomain", "testville.ca", "Name", "T", "State", "CA", "Kind", "city", "Latitude", "37.5")))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("LATITUDE,LONGITUDE");
  }

  @Test
  void a_site_that_exists_is_told_before_any_other_question() {
    try (var registry = registry()) {
      sites(registry).register(NewSite.of("testville.ca", "Testville", "CA", "city"));
    }

    assertThatThrownBy(() -> ask(new NewSiteOptions(), Map.of("Subdomain", "testville.ca")))
        .isInstanceOf(SiteExists.class);
    assertThat(asked).containsExactly("Subdomain");
  }

  private NewSite ask(NewSiteOptions options, Map<String, String> answers) {
    Prompt prompt = question -> {
      var first = question.split("[ ,(]")[0];
      asked.add(first);
      return Optional.ofNullable(answers.get(first));
    };
    try (var registry = registry()) {
      return new NewSiteQuestions(new CommandLine(CommandSpec.create()), new SiteConfig(directory), prompt)
          .ask(options, sites(registry));
    }
  }

  private Registry registry() {
    return Registry.open("jdbc:sqlite:" + directory.resolve("civic.db"));
  }

  private static Sites sites(Registry registry) {
    return new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, Clock.systemUTC());
  }
}
