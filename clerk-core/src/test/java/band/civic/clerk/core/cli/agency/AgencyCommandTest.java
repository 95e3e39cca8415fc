package band.civic.clerk.core.cli.agency;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.TypedCommands.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgencyCommandTest {
  private static final String REVIEWED = """
      # Reviewed.
      source: netfile
      listed: "2026-01-01"
      agencies:
      - id: 0
        shortcut: ZERO
        name: "Zero, City of"
        kind: city
        mappings:
        - subdomain: zero.ca
          scope: own
          enabled: true
          review: accepted
      - id: 5
        shortcut: ALL
        name: All of them
        kind: pseudo
        skip: Stands for all
      - id: 7
        shortcut: LATER
        name: City of Later
        kind: city
        mappings:
        - subdomain: later.ca
          scope: own
          enabled: false
          review: needed
          note: "Two ids: which one?"
      """;
  private static final String LISTED = """
      [{"id": 0, "shortcut": "ZERO", "name": "Zero, City of"}, {"id": 5, "shortcut": "ALL", "name": "All of them"},
       {"id": 7, "shortcut": "LATER", "name": "City of Later, renamed"},
       {"id": 9, "shortcut": "NEW", "name": "Newton, County of"}, {"id": 11, "shortcut": "H2O", "name": "Water Board"}]
      """;

  @TempDir
  private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void reviewedData() throws IOException {
    file = Files.createDirectories(directory.resolve("site-config/agencies")).resolve("netfile.yaml");
    Files.writeString(file, REVIEWED);
    var sites = Files.createDirectories(directory.resolve("site-config/sites"));
    for (var name : new String[]{"zero", "later"}) {
      Files.writeString(sites.resolve(name + ".ca.yaml"),
          "subdomain: %s.ca\nname: %s\nstate: CA\ncountry: US\nkind: city\n".formatted(name, name));
    }
    Files.writeString(directory.resolve("listed.json"), LISTED);
  }

  @Test
  void agencies_are_listed_with_their_sites() {
    assertThat(agency("list").out()).contains("0:ZERO", "zero.ca", "skipped: Stands for all",
        "later.ca (off) (review needed)");
    assertThat(agency("list --json").out()).contains("\"shortcut\": \"ZERO\"");
    assertThat(agency("show 7:LATER").out()).contains("note: \"Two ids: which one?\"");
    assertThat(agency("show zero.ca").out()).contains("shortcut: ZERO");
    assertThat(agency("show 7:ZERO").exitCode()).isEqualTo(78);
    assertThat(agency("unmapped").out()).contains("7:LATER").doesNotContain("5:ALL");
    assertThat(agency("ambiguous").out()).contains("review needed for later.ca");
    assertThat(agency("diff --from listed.json").out()).contains("new: Newton, County of", "renamed: City of Later,");
  }

  @Test
  void accepting_a_mapping_changes_its_lines_alone() throws IOException {
    assertThat(agency("accept 7:LATER later.ca").exitCode()).isZero();

    assertThat(file).hasContent(REVIEWED.replace("enabled: false", "enabled: true")
        .replace("review: needed",
            "review: accepted"));
    assertThat(Files.readString(file)).startsWith("# Reviewed.\n");
  }

  @Test
  void a_second_site_of_an_agency_is_added_with_its_scope_and_note() {
    var typed = new TypedCommands(directory).type("agency", "accept", "0:ZERO", "later.ca", "--scope", "neighbour",
        "--note", "Filings of Zero, \"shown\" here");

    assertThat(typed.exitCode()).isZero();
    assertThat(agency("show later.ca").out()).contains("  - subdomain: later.ca", "    scope: neighbour",
        "    note: \"Filings of Zero, \\\"shown\\\" here\"");
  }

  @Test
  void what_is_not_reviewed_cannot_be_accepted() {
    var refused = new String[][]{{"accept 99:NONE zero.ca", "is not in the file"},
        {"accept 7:ZERO zero.ca", "is not in the file"}, {"accept 5:ALL zero.ca", "skipped on purpose"},
        {"accept 0:ZERO zero.ca", "mapped to zero.ca already"},
        {"accept 0:ZERO nowhere.ca", "no reviewed site nowhere.ca"},
        {"accept 0:ZERO later.ca --scope Own!", "`scope`"}};
    for (var each : refused) {
      var printed = agency(each[0]);
      assertThat(printed.exitCode()).as(each[0]).isEqualTo(78);
      assertThat(printed.err()).contains(each[1]);
      assertThat(file).hasContent(REVIEWED);
    }
    assertThat(agency("accept ZERO zero.ca").exitCode()).isEqualTo(2);
  }

  @Test
  void proposals_are_written_only_when_asked_and_stay_off() {
    var proposed = agency("propose --from listed.json");
    assertThat(proposed.out()).contains("9:NEW", "newton-county.ca", "the name has no known shape",
        "Nothing was written");
    assertThat(file).hasContent(REVIEWED);

    agency("propose --from listed.json --write");

    assertThat(agency("show 9:NEW").out()).contains("subdomain: newton-county.ca", "enabled: false", "review: needed");
    assertThat(agency("unmapped").out()).contains("9:NEW", "11:H2O");
    assertThat(directory.resolve("site-config/sites/newton-county.ca.yaml")).content().contains("name: Newton County");
    assertThat(agency("accept 9:NEW newton-county.ca").exitCode()).isZero();
    assertThat(agency("propose --from listed.json").out()).doesNotContain("9:NEW").contains("11:H2O");
  }

  private Printed agency(String typed) {
    return new TypedCommands(directory)
        .type(("agency " + typed.replace("listed.json", directory.resolve("listed.json").toString())).split(" +"));
  }
}
