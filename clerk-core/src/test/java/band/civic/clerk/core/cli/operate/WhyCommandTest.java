package band.civic.clerk.core.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.plugin.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WhyCommandTest {
  @TempDir
  private Path directory;
  private TypedCommands commands;

  @BeforeEach
  void site() throws IOException {
    commands = new TypedCommands(directory);
    Files.writeString(Files.createDirectories(directory.resolve("site-config/sites")).resolve("alameda.ca.yaml"),
        "subdomain: alameda.ca\nname: Alameda\nstate: CA\ncountry: US\nkind: city\n");
  }

  @Test
  void a_site_that_only_was_reviewed_is_explained_from_the_top() {
    var printed = commands.type("why", "alameda.ca");

    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out()).contains("✗ alameda.ca: Alameda", "✗ registry: the site is reviewed but not registered",
        "✗ plugins: no plugin with a pipeline", "Begin here: registry:");
    var json = JsonMapper.shared().readTree(commands.type("why", "alameda.ca", "--json").out());
    assertThat(json.at("/verdict").asString()).isEqualTo("bad");
    assertThat(json.at("/reasons/0/what").asString()).isEqualTo("registry");
  }

  @Test
  void a_mapping_that_does_not_hold_is_named_with_what_to_do() throws IOException {
    Files.writeString(Files.createDirectories(directory.resolve("site-config/agencies")).resolve("netfile.yaml"), """
        source: netfile
        listed: 2026-11-21
        agencies:
          - id: 1
            shortcut: ALA
            name: City of Alameda
            kind: city
            mappings:
              - subdomain: alameda.ca
                scope: own
                enabled: false
                review: needed
                from: 2021-01-01
              - subdomain: alameda.ca
                scope: own
                enabled: true
                review: accepted
                until: 2020-12-31
        """);

    var printed = commands.type("why", "alameda.ca");

    assertThat(printed.out()).as(printed.err())
        .contains("✗ mapping: no mapping of an agency holds",
            "✗ netfile City of Alameda: the mapping is proposed and nobody accepted it",
            "→ `clerk agency accept` accepts it.", "does not hold today (… to 2020-12-31)");
  }

  @Test
  void a_site_that_no_pipeline_serves_is_told_what_it_lacks_not_that_nobody_refreshes_it() throws IOException {
    PluginJar.working("cash", """
        public List<Pipeline> pipelines(PluginContext c) {
          return List.of(new Pipeline() {
            public String dataType() { return "money"; }
            public String description() { return "Money."; }
            public SiteDatabase database() {
              return new SiteDatabase("money/money.db", "", "", "", "", "", List.of(), List.of());
            }
            public boolean supports(Site site) { return !site.agencies("netfile").isEmpty(); }
            public List<Task> tasks() {
              return List.of(Task.load("publish").runs(context -> TaskReport.empty()));
            }
          });
        }
        """).writeTo(Files.createDirectories(directory.resolve("plugins")).resolve("cash.jar"));
    commands.type("site", "import", "--from-config", "alameda.ca");

    var printed = commands.type("why", "alameda.ca");

    assertThat(printed.out()).as(printed.err())
        .contains("Begin here: pipelines: none of [money] serves this site", "clerk agency unmapped",
            "· money: its pipeline has nothing for this site")
        .doesNotContain("scheduler");
  }

  @Test
  void a_site_that_nobody_knows_is_an_error() {
    assertThat(commands.type("why", "nowhere.ca")).satisfies(printed -> {
      assertThat(printed.exitCode()).isEqualTo(1);
      assertThat(printed.err()).contains("no site `nowhere.ca`");
    });
  }
}
