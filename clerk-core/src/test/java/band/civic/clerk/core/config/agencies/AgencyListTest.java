package band.civic.clerk.core.config.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import band.civic.clerk.core.config.agencies.AgencyReview.Finding;
import band.civic.clerk.core.config.agencies.AgencyReview.Proposal;
import band.civic.clerk.core.config.agencies.SourceList.Listed;
import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Site.Agency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyListTest {
  private static final String HEAD = "source: test\nlisted: \"2026-01-01\"\nagencies:\n";
  private static final String TWO = HEAD
      + """
          - id: 7
            shortcut: AAA
            name: "Testville, City of"
            kind: city
            mappings:
            - {subdomain: testville.ca, scope: own, enabled: true, review: accepted, until: "2019-12-31"}
            - {subdomain: sampleton.ca, scope: neighbour, enabled: true, review: needed, note: "Shown here: for want of its own"}
          - id: 7
            shortcut: BBB
            name: City of Testville
            kind: city
            mappings:
            - {subdomain: testville.ca, scope: own, enabled: true, review: accepted, from: "2020-01-01"}
          """;

  @TempDir
  private Path directory;

  @Test
  void a_site_has_the_agencies_that_are_valid_on_the_day() {
    var list = read(TWO);

    assertThat(list.agenciesOf("testville.ca", LocalDate.of(2019, 12, 31))).extracting(Agency::shortcut)
        .containsExactly("AAA");
    assertThat(list.agenciesOf("testville.ca", LocalDate.of(2020, 1, 1))).extracting(Agency::shortcut)
        .containsExactly("BBB");
    assertThat(list.agenciesOf("sampleton.ca", LocalDate.of(2026, 1, 1))).singleElement().satisfies(agency -> {
      assertThat(agency.scope()).isEqualTo("neighbour");
      assertThat(agency.note()).isEqualTo("Shown here: for want of its own");
    });
    assertThat(list.agenciesOf("elsewhere.ca", LocalDate.of(2026, 1, 1))).isEmpty();
  }

  private static final String A_FILE_THAT_IS_WRONG_IS_REFUSED_WITH_THE_LINE = """
      {id: 1, shortcut: A, name: N, kind: city, colour: red}            | test.yaml:4: unknown key `colour`
      {id: 1, shortcut: A, kind: city}                                  | test.yaml:4: `name` is missing
      {id: "1", shortcut: A, name: N, kind: city}                       | test.yaml:4: `id`
      {id: 1, shortcut: A, name: N, kind: village}                      | test.yaml:4: `kind`
      {id: 1, shortcut: A, name: N, kind: pseudo}                       | agency 1:A is a pseudo row
      {id: 1, shortcut: A, name: N, kind: city}#- {id: 1, shortcut: A, name: M, kind: city} | test.yaml:5: agency 1:A stands twice
      {id: 1, shortcut: A, name: N, kind: city, skip: why, mappings: [{subdomain: a.ca, scope: own, enabled: true, review: accepted}]} | skipped and mapped
      {id: 1, shortcut: A, name: N, kind: city, mappings: [{subdomain: a.ca, scope: own, enabled: true, review: accepted}, {subdomain: a.ca, scope: own, enabled: true, review: accepted}]} | mapped to a.ca twice
      {id: 1, shortcut: A, name: N, kind: city, mappings: [{subdomain: ../a, scope: own, enabled: true, review: accepted}]} | `subdomain`
      {id: 1, shortcut: A, name: N, kind: city, mappings: [{subdomain: a.ca, scope: own, enabled: true, review: accepted, from: "2020-02-30"}]} | `2020-02-30` is not a day
      {id: 1, shortcut: A, name: N, kind: city, mappings: [{subdomain: a.ca, scope: own, enabled: true, review: accepted, from: "2020-02-02", until: "2020-01-01"}]} | `until` is before `from`
      {id: 1, shortcut: A, shortcut: B, name: N, kind: city}            | test.yaml:4: the key `shortcut` stands twice
      {id: 1, shortcut: A, name: &x N, kind: city}                      | anchors and aliases are not allowed
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = A_FILE_THAT_IS_WRONG_IS_REFUSED_WITH_THE_LINE)
  void a_file_that_is_wrong_is_refused_with_the_line(String row, String message) {
    assertThatThrownBy(() -> read(HEAD + "- " + row.replace("#", "\n") + "\n")).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining(message);
  }

  @Test
  void the_program_writes_one_form_and_keeps_the_comment_at_the_head() throws IOException {
    var file = directory.resolve("test.yaml");
    Files.writeString(file, "# Reviewed.\n# By hand.\n" + TWO);
    var list = AgencyListReader.read(YamlFile.read(file));

    AgencyListWriter.replace(file, list);

    var once = Files.readString(file);
    assertThat(once).startsWith("# Reviewed.\n# By hand.\nsource: test\n");
    assertThat(AgencyListReader.read(YamlFile.read(file))).isEqualTo(list);
    AgencyListWriter.replace(file, list);
    assertThat(file).hasContent(once);
    assertThat(directory).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void a_list_that_contradicts_itself_never_replaces_the_file() throws IOException {
    var file = directory.resolve("test.yaml");
    Files.writeString(file, TWO);
    var list = AgencyListReader.read(YamlFile.read(file));
    var first = list.agencies().getFirst();
    var mapping = first.mappings().getFirst();
    var broken = list.with(first.withMappings(List.of(mapping, mapping)));

    assertThatThrownBy(() -> AgencyListWriter.replace(file, broken)).isInstanceOf(BadConfiguration.class);
    assertThat(file).hasContent(TWO);
  }

  private static final String A_NAME_OF_A_KNOWN_SHAPE_GIVES_A_PLACE = """
      Alameda, County of      | alameda-county.ca | Alameda County
      Kern, County            | kern-county.ca    | Kern County
      County of Del Norte     | delnorte-county.ca | Del Norte County
      Santa Cruz County       | santacruz-county.ca | Santa Cruz County
      Berkeley, City of       | berkeley.ca       | Berkeley
      East Palo Alto, City    | eastpaloalto.ca   | East Palo Alto
      City of La Habra        | lahabra.ca        | La Habra
      Town of Los Gatos       | losgatos.ca       | Los Gatos
      Yountville, Town of     | yountville.ca     | Yountville
      Culver City             | culvercity.ca     | Culver City
      Carmel-by-the-Sea, City | carmelbythesea.ca | Carmel-by-the-Sea
      """;

  private static final String ANY_OTHER_NAME_GIVES_NONE = """
      ( All Agencies )
      California Secretary of State
      San Bernardino, County of, Clerk of the Board
      San Francisco Ethics Commission
      Metro Gold Line Foothill Extension Construction Authority
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = A_NAME_OF_A_KNOWN_SHAPE_GIVES_A_PLACE)
  void a_name_of_a_known_shape_gives_a_place(String name, String subdomain, String place) {
    assertThat(AgencyNames.read(name)).hasValueSatisfying(read -> {
      assertThat(read.subdomain()).isEqualTo(subdomain);
      assertThat(read.name()).isEqualTo(place);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ANY_OTHER_NAME_GIVES_NONE)
  void any_other_name_gives_none(String name) {
    assertThat(AgencyNames.read(name)).isEmpty();
  }

  @Test
  void proposals_are_made_only_for_agencies_that_nobody_decided_on() {
    var listed = List.of(new Listed(new AgencyKey(7, "AAA"), "Testville, City of"),
        new Listed(new AgencyKey(8, "CCC"), "Testville, Town of"), new Listed(new AgencyKey(9, "DDD"), "Newton, City"),
        new Listed(new AgencyKey(10, "EEE"), "Water Board"));

    assertThat(new AgencyReview(read(TWO)).propose(listed))
        .extracting(p -> p.agency().key().toString(), p -> p.subdomain().orElse("-"), Proposal::doubt)
        .containsExactly(tuple("8:CCC", "testville.ca", "7:AAA has this subdomain"), tuple("9:DDD", "newton.ca", ""),
            tuple("10:EEE", "-", "the name has no known shape"));
  }

  @Test
  void a_review_names_what_is_open_to_doubt_and_how_the_source_changed() {
    var review = new AgencyReview(read(TWO));

    assertThat(review.ambiguous()).extracting(Finding::subject).containsExactly("7:AAA", "7:AAA", "testville.ca", "7");
    assertThat(review.diff(List.of(new Listed(new AgencyKey(7, "AAA"), "Testville"),
        new Listed(new AgencyKey(0, "ZZZ"), "Zero, City of"))))
        .extracting(Finding::subject, Finding::message)
        .containsExactly(tuple("0:ZZZ", "new: Zero, City of"),
            tuple("7:AAA", "renamed: Testville, was Testville, City of"), tuple("7:BBB", "gone: City of Testville"));
  }

  private AgencyList read(String yaml) {
    return AgencyListReader.read(YamlFile.parse(directory.resolve("test.yaml"), yaml));
  }
}
