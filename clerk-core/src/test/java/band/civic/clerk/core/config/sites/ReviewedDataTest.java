package band.civic.clerk.core.config.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import band.civic.clerk.core.config.agencies.AgencyEntry;
import band.civic.clerk.core.config.agencies.AgencyKey;
import band.civic.clerk.core.config.agencies.AgencyListWriter;
import band.civic.clerk.core.config.agencies.AgencyMapping;
import band.civic.clerk.spi.Site.Agency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The data that the project ships: every file is valid, and the traps of NetFile's list hold nobody.
class ReviewedDataTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final SiteConfig CONFIG = new SiteConfig(Path.of("../site-config"));

  @Test
  void every_file_is_valid_and_every_mapping_leads_to_a_site() {
    assertThat(CONFIG.problems()).isEmpty();
    assertThat(CONFIG.listSites()).hasSize(217);
    assertThat(CONFIG.listSites()).filteredOn(site -> !site.state().equals("CA"))
        .singleElement()
        .satisfies(nation -> assertThat(nation.subdomain()).isEqualTo("us"));
  }

  @Test
  void all_221_agencies_of_the_list_are_there_each_mapped_or_skipped() {
    var agencies = CONFIG.agencies("netfile").agencies();

    assertThat(agencies).hasSize(221).doesNotHaveDuplicates();
    assertThat(agencies).allSatisfy(agency -> assertThat(agency.skip().isPresent() ^ !agency.mappings().isEmpty())
        .as("%s is either skipped or mapped", agency.key())
        .isTrue());
  }

  private static final String A_SITE_PUBLISHES_ITS_OWN_AGENCY_ALONE = """
      anaheim.ca            | 0:ANA
      berkeley.ca           | 1:BRK
      oakland.ca            | 13:COAK
      oakley.ca             | 317:OAK
      alameda-county.ca     | 12:COA
      san-francisco.ca      | 52:SFO
      sandiego.ca           | 32:CSD
      calistoga.ca          | 367:CAL
      coronado.ca           | 265:COR
      arroyogrande.ca       | 371:CAG
      monterey.ca           | 289:CMO
      monterey-county.ca    | 20:COM
      sanbernardino-county.ca | 50:SBD
      sanbernadino.ca       | 30:CSBN
      orange-county.ca      | 15:COC
      orange.ca             | 375:COO
      santaclara-county.ca  | 51:SCC
      santaclara.ca         | 31:CSC
      santacruz-county.ca   | 173:SCCO
      santacruz.ca          | 27:CRUZ
      sacramento-county.ca  | 145:SCO
      sacramento.ca         | 48:SAC
      murrieta.ca           | 10:CMA
      marin-county.ca       | 11:CMAR
      sonoma.ca             | 357:SMA
      sonoma-county.ca      | 591:SON
      sanmateo.ca           | 459:MTO
      sanmateo-county.ca    | 155:MAT
      contra-costa-county.ca | 171:CCC
      palmsprings.ca        | 271:CPS
      richmond.ca           | 163:RICH
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = A_SITE_PUBLISHES_ITS_OWN_AGENCY_ALONE)
  void a_site_publishes_its_own_agency_alone(String subdomain, String key) {
    assertThat(CONFIG.findSite(subdomain)).isPresent();
    assertThat(CONFIG.agencies("netfile").agenciesOf(subdomain, TODAY))
        .extracting(agency -> agency.id() + ":" + agency.shortcut(), Agency::scope)
        .containsExactly(tuple(key, "own"));
  }

  @Test
  void alameda_publishes_the_county_and_says_so() {
    assertThat(CONFIG.agencies("netfile").agenciesOf("alameda.ca", TODAY)).singleElement().satisfies(agency -> {
      assertThat(agency.id()).isEqualTo(12);
      assertThat(agency.shortcut()).isEqualTo("COA");
      assertThat(agency.scope()).isEqualTo("county");
      assertThat(agency.note())
          .isEqualTo("Alameda County's filings; the City of Alameda has no NetFile agency of its own");
    });
    assertThat(entry("12:COA").mappings()).filteredOn(mapping -> mapping.subdomain().equals("alameda.ca"))
        .singleElement()
        .matches(AgencyMapping::needsReview);
  }

  @Test
  void san_diego_is_told_to_be_history() {
    assertThat(entry("32:CSD").mappings()).singleElement()
        .extracting(AgencyMapping::note)
        .asString()
        .contains("History only", "2020");
  }

  @ParameterizedTest
  @ValueSource(strings = {"116:SUPER", "129:CA", "115:COR_bak", "115:CAL", "373:CAG"})
  void rows_that_are_no_municipality_are_skipped_with_a_reason(String key) {
    assertThat(entry(key).skip()).isPresent();
    assertThat(entry(key).mappings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"44:MCE,monterey-county.ca", "49:SBC,sanbernardino-county.ca"})
  void second_agencies_of_a_county_wait_for_a_person(String key, String subdomain) {
    assertThat(entry(key).mappings()).singleElement().satisfies(mapping -> {
      assertThat(mapping.subdomain()).isEqualTo(subdomain);
      assertThat(mapping.enabled()).isFalse();
      assertThat(mapping.needsReview()).isTrue();
    });
  }

  @Test
  void the_agencies_file_is_in_the_form_that_the_program_writes() throws IOException {
    var text = Files.readString(CONFIG.agenciesFile("netfile"));

    assertThat(text.lines().filter(line -> !line.startsWith("#")).toList())
        .isEqualTo(AgencyListWriter.text(CONFIG.agencies("netfile")).lines().toList());
  }

  @Test
  void a_site_is_known_by_its_exact_name_only() {
    assertThat(List.of("../sites/berkeley.ca", "BERKELEY.CA", "berkeley", "", "..", "a/b", "\0"))
        .allSatisfy(text -> assertThat(CONFIG.findSite(text)).isEmpty());
  }

  private static AgencyEntry entry(String key) {
    return AgencyKey.parse(key).flatMap(CONFIG.agencies("netfile")::find).orElseThrow();
  }
}
