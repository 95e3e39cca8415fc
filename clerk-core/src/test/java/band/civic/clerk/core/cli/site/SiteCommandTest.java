package band.civic.clerk.core.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.TypedCommands.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCommandTest {
  private static final String WRONG = """
      new ../x --name X --state CA --kind city                      | subdomain `../x`
      new x.ca --name X --state CA --kind city --lat-lng 37.8       | '37.8' is not LATITUDE,LONGITUDE
      new x.ca --name X --state CA --kind city --lat-lng 97.8,1     | is not LATITUDE,LONGITUDE
      new x.ca --name X --state CA --kind city --lat-lng 7.8,181    | is not LATITUDE,LONGITUDE
      new x.ca --name X --state California --kind city              | state `California`
      new x.ca --name X --state CA --kind village                   | kind `village`
      new x.ca --name X                                             | Missing --state, --kind
      new                                                           | Missing SUBDOMAIN
      import                                                        | Name one FILE
      import --from-config                                          | subdomains or --all
      import --from-config a.ca --all                               | subdomains or --all
      import --all                                                  | Name one FILE
      export --format xml                                           | xml
      show                                                          | SUBDOMAIN
      """;

  @TempDir
  private Path directory;
  private TypedCommands commands = new TypedCommands(Path.of(""));

  @BeforeEach
  void reviewedSite() throws IOException {
    commands = new TypedCommands(directory);
    var sites = Files.createDirectories(directory.resolve("site-config/sites"));
    Files.writeString(sites.resolve("reviewed.ca.yaml"), """
        subdomain: reviewed.ca
        name: Reviewed
        state: CA
        country: US
        kind: city
        position: {lat: 37.5, lng: -122}
        extra: {start: "2015"}
        """);
    var agencies = Files.createDirectories(directory.resolve("site-config/agencies"));
    Files.writeString(agencies.resolve("netfile.yaml"), """
        source: netfile
        listed: "2026-03-20"
        agencies:
        - id: 0
          shortcut: REV
          name: "Reviewed, County of"
          kind: county
          mappings:
          - {subdomain: reviewed.ca, scope: county, enabled: true, review: needed, note: The county's filings}
        """);
  }

  @Test
  void a_new_site_is_listed() {
    assertThat(site("new testville.ca --name Testville --state CA --kind city --lat-lng 37.8,-122.25").exitCode())
        .isZero();

    assertThat(site("list").out()).contains("testville.ca  Testville");
    assertThat(site("list --json").out()).contains("\"subdomain\": \"testville.ca\"", "\"status\": \"new\"",
        "\"lat\": 37.8", "\"has_finance_data\": false", "\"finance_source\": null");
  }

  @Test
  void a_reviewed_site_needs_no_flags() {
    assertThat(site("new reviewed.ca").out()).contains("Registered reviewed.ca (Reviewed, CA, city)");
  }

  @Test
  void a_site_that_exists_is_left_as_it_is() {
    site("new testville.ca --name Testville --state CA --kind city");

    var again = site("new testville.ca --name Other --state NV --kind county");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("The site `testville.ca` exists").doesNotContain("bug");
    assertThat(site("list").out()).contains("Testville").doesNotContain("Other");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = WRONG)
  void what_is_typed_wrong_is_a_usage_error_and_changes_nothing(String typed, String message) {
    var printed = site(typed);

    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.err()).contains(message);
    assertThat(site("list --json").out()).isEqualToIgnoringNewLines("[]");
  }

  @Test
  void an_unknown_site_is_told_with_exit_code_1() {
    for (var typed : new String[]{"show nope", "remove nope"}) {
      assertThat(site(typed)).satisfies(printed -> {
        assertThat(printed.exitCode()).isEqualTo(1);
        assertThat(printed.err()).contains("There is no site `nope`").doesNotContain("bug");
      });
    }
  }

  @Test
  void a_site_is_shown_with_its_agencies_data_runs_and_notices() throws SQLException {
    site("new reviewed.ca");
    sql("""
        INSERT INTO site_datasets (subdomain, data_type, has_data, source, coverage_start, coverage_end, record_count,
          file, bytes, sha256, last_success_at, last_attempt_at)
          VALUES ('reviewed.ca', 'finance', 1, 'NetFile (REV)', '2017-01-01', '2018-12-31', 1234, 'f.db', 10, 'ab',
          '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
        INSERT INTO runs VALUES ('r1', 'reviewed.ca', 'finance', 'etl', 'cli', 'succeeded', '{}', 'h', 1,
          '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', NULL, NULL, NULL, 0, 1);
        INSERT INTO task_states (subdomain, data_type, task, state, run_id, plugin_version)
          VALUES ('reviewed.ca', 'finance', 'transform', 'succeeded', 'r1', '1');
        INSERT INTO notices VALUES ('r1', 'transform', 'unreadable_amount', 1, 'WARNING', 'filing 7', 'was x', 12);
        INSERT INTO notices VALUES ('r1', 'transform', 'unreadable_amount', 2, 'WARNING', 'filing 8', 'was y', 12)
        """);

    assertThat(site("show reviewed.ca").out()).contains("reviewed.ca: Reviewed, CA, US (city)",
        "netfile 0:REV Reviewed, County of (county) - The county's filings",
        "finance: 1,234 records, 2017-01-01 to 2018-12-31, NetFile (REV)", "r1   etl      succeeded",
        "unreadable_amount  WARNING      12  transform  filing 7: was x").doesNotContain("filing 8");
    assertThat(site("show reviewed.ca --json").out()).contains("\"note\": \"The county's filings\"",
        "\"record_count\": 1234", "\"run_id\": \"r1\"", "\"total\": 12");
    assertThat(site("list --has-data finance").out()).contains("reviewed.ca");
    assertThat(site("list --has-data meetings").out()).contains("No site has meetings data yet");
  }

  @Test
  void what_was_exported_can_be_imported_and_changes_nothing() {
    site("new reviewed.ca");
    site("new testville.ca --name O'Test,\"ville --state CA --kind city --lat-lng 37.8,-122.25");
    for (var format : new String[]{"csv", "json"}) {
      var file = directory.resolve("sites." + format);
      assertThat(site("export --format " + format + " --output " + file).exitCode()).isZero();

      assertThat(site("import " + file).out()).contains("0 created, 0 changed, 2 unchanged");
      site("remove reviewed.ca testville.ca");
      assertThat(site("import " + file).out()).contains("2 created, 0 changed, 0 unchanged");
    }
  }

  @Test
  void an_import_changes_only_the_fields_it_names() throws IOException {
    site("new reviewed.ca");
    var csv = Files.writeString(directory.resolve("names.csv"), "subdomain,name,state\nreviewed.ca,Renamed,\n");

    assertThat(site("import " + csv).out()).contains("changed reviewed.ca");
    assertThat(site("export --format csv").out()).contains("reviewed.ca,Renamed,CA,US,city,37.5,-122,2015");
    var yaml = Files.writeString(directory.resolve("names.yaml"), "- {subdomain: reviewed.ca, kind: county}\n");
    assertThat(site("import " + yaml).exitCode()).isZero();
    assertThat(site("export --format csv").out()).contains("reviewed.ca,Renamed,CA,US,county,37.5,-122,2015");
  }

  @Test
  void an_import_with_a_mistake_names_the_line_and_changes_nothing() throws IOException {
    var csv = Files.writeString(directory.resolve("sites.csv"),
        "subdomain,name,state,kind\nok.ca,Ok,CA,city\n../x,X,CA,city\n");

    var printed = site("import " + csv);

    assertThat(printed.exitCode()).isEqualTo(78);
    assertThat(printed.err()).contains("sites.csv:3: subdomain `../x`").doesNotContain("\tat ");
    assertThat(site("list --json").out()).isEqualToIgnoringNewLines("[]");
  }

  @Test
  void reviewed_sites_are_imported_by_name_or_all() {
    assertThat(site("import --from-config reviewed.ca").out()).contains("created reviewed.ca");
    assertThat(site("import --from-config --all").out()).contains("0 created, 0 changed, 1 unchanged");
    assertThat(site("import --from-config nope.ca").err()).contains("There is no").contains("nope.ca.yaml");
  }

  @Test
  void a_removed_site_leaves_its_files() throws IOException {
    site("new reviewed.ca");
    var file = Files.writeString(Files.createDirectories(directory.resolve("storage/reviewed.ca")).resolve("x.db"), "");

    assertThat(site("remove reviewed.ca").out()).contains("Its files are still in");
    assertThat(file).exists();
  }

  @Test
  void the_storage_directory_of_the_environment_is_used() {
    commands.with("STORAGE_DIR", directory.resolve("elsewhere").toString());

    site("new reviewed.ca");

    assertThat(directory.resolve("elsewhere/civic.db")).exists();
    assertThat(directory.resolve("storage")).doesNotExist();
  }

  private Printed site(String typed) {
    return commands.type(("site " + typed).split(" +"));
  }

  private void sql(String statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("storage/civic.db"));
        var statement = connection.createStatement()) {
      for (var sql : statements.split(";")) {
        statement.execute(sql);
      }
    }
  }
}
