package band.civic.electionfinance.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.clerk.testkit.netfile.Fault;
import band.civic.clerk.testkit.netfile.SeenRequest;
import band.civic.electionfinance.netfile.format.RawKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The site API and the Campaign API: specification 1.3 and 1.4.
class OtherDoorsExtractTest {

  @TempDir
  Path directory;
  private final TestTime time = new TestTime();
  private ExtractRun run = new ExtractRun(Path.of("."), time);
  private final FakeNetFile netFile = FakeNetFile.start();

  @BeforeEach
  void start() {
    run = new ExtractRun(directory, time).agency(1, "BRK", "").settings(netFile.settings()).option("years", "2019");
  }

  @AfterEach
  void stop() {
    netFile.close();
  }

  @Test
  void the_site_api_gives_the_rows_of_the_years_filings_although_they_change_places() {
    netFile.rows("sites-filings", "BRK",
        List.of(siteFiling("1", "*Synthetic, Committee: One", "2019-07-31"), siteFiling(
            "2", "Synthetic, Committee: One", "2018-07-31")));
    netFile.rows("sites-items", "BRK", IntStream.range(0, 120).mapToObj(i -> siteItem(i, i < 80 ? "1" : "2")).toList());
    run.settings(
        Map.of("netfile.sources", "sites-api", "netfile.sites.page-size", "25", "netfile.walk-restarts", "50"));
    var report = run.run();
    assertThat(run.cells(RawKind.SITES_TRANSACTIONS, "id")).hasSize(80).doesNotHaveDuplicates();
    assertThat(run.cells(RawKind.SITES_TRANSACTIONS, "Tran_City")).containsOnly("Berkeley");
    assertThat(run.units()).extracting(unit -> unit.unit().adapter()).containsExactly("sites_api");
    assertThat(report.notices()).extracting(Notice::code).contains("lower_quality_source");
  }

  @Test
  void a_street_in_the_site_apis_address_is_not_kept() throws IOException {
    netFile.rows("sites-filings", "BRK", List.of(siteFiling("1", "Synthetic", "2019-07-31")));
    netFile.rows("sites-items", "BRK", List.of(Map.of("id", "7", "filingId", "1", "filerName", "Synthetic", "name",
        "Donor, Invented", "spendingCode", "", "address", "12 Canary Street, Berkeley, CA 94701")));
    run.settings(Map.of("netfile.sources", "sites-api")).run();
    assertNowhere("Canary");
  }

  @Test
  void the_campaign_api_is_shelved_by_year_without_private_fields() throws IOException {
    offerCampaign();
    run.run();
    assertThat(run.cells(RawKind.CAMPAIGN_TRANSACTIONS, "elementNid")).containsExactly("e-0", "e-1", "e-2");
    assertThat(run.cells(RawKind.CAMPAIGN_FILERS, "filerNid")).containsExactly("filer-1");
    assertThat(run.cells(RawKind.CAMPAIGN_FILINGS, "filingNid")).containsExactly("filing-2019");
    for (var canary : List.of("Canary Street", "canary@example.org", "555-0100", "37.8")) {
      assertNowhere(canary);
    }
  }

  @Test
  void a_session_is_completed_only_after_our_own_commit() {
    offerCampaign();
    netFile.misbehave("/filing/v101/filings", 99, Fault.page("Sorry"));
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class);
    assertThat(commands()).containsExactly("Cancel");
    assertThat(run.pages()).isEmpty();
  }

  @Test
  void an_unchanged_campaign_api_is_not_read_again() {
    offerCampaign();
    run.run();
    assertThat(commands()).containsExactly("Complete");
    var rows = netFile.requests("transaction-elements").size();
    assertThat(run.run().changedAnything()).isFalse();
    assertThat(netFile.requests("transaction-elements")).hasSize(rows);
  }

  @Test
  void a_campaign_list_that_changes_under_the_walk_is_refused() {
    offerCampaign();
    run.settings(Map.of("netfile.campaign.page-size", "2"));
    netFile.misbehaveAfter(1, "transaction-elements", 1, Fault.change(source -> source.campaign("transactions", "BRK",
        List.of(element(9, 2019)))));
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("went from 4 to 5");
    assertThat(run.pages()).isEmpty();
  }

  @Test
  void without_a_key_the_campaign_api_is_not_asked() {
    run.settings(Map.of("netfile.sources", "campaign-api")).run();
    assertThat(netFile.requests()).isEmpty();
    assertThat(run.units()).isEmpty();
  }

  @Test
  void the_secret_is_in_no_error_text() {
    run.settings(Map.of("netfile.sources", "campaign-api", "netfile.campaign.key", "key", "netfile.campaign.secret",
        "canary-secret"));
    assertThatThrownBy(run::run).hasMessageContaining("HTTP 401").message().doesNotContain("canary-secret");
  }

  private void offerCampaign() {
    netFile.campaign("transactions", "BRK", List.of(element(0, 2019), element(1, 2019), element(2, 2019), element(3,
        2018)));
    netFile.campaign("filings", "BRK", List.of(
        "{\"filingNid\":\"filing-2019\",\"calculatedDate\":\"2019-07-31\",\"filingMeta\":{\"formId\":\"f\"},\"filerMeta\":{\"phoneList\":[{\"number\":\"555-0100\"}]}}",
        "{\"filingNid\":\"filing-2018\",\"calculatedDate\":\"2018-07-31\",\"filingMeta\":{\"formId\":\"f\"}}"));
    netFile.campaign("filers", "BRK", List.of(
        "{\"filerNid\":\"filer-1\",\"filerName\":\"Synthetic\",\"officers\":[{\"officerName\":\"Invented\",\"email\":{\"address\":\"canary@example.org\"}}]}"));
    run.settings(Map.of("netfile.sources", "campaign-api", "netfile.campaign.key", "key", "netfile.campaign.secret",
        "secret"));
  }

  private static String element(int number, int year) {
    return """
        {"elementNid":"e-%1$d","filingNid":"filing-%2$d","filerNid":"filer-1","calTransactionType":"F460A",
        "calculatedDate":"%2$d-03-01","calculatedAmount":100.0,"visibilityLevel":"Staff",
        "addresses":[{"line1":"12 Canary Street","city":"Berkeley","zip":"94701","latitude":37.8}],
        "transaction":{"tranId":"T%1$d","tranAdr1":"12 Canary Street","tranCity":"Berkeley"}}""".formatted(number,
        year);
  }

  private static Map<String, String> siteFiling(String id, String filer, String day) {
    return Map.of("id", id, "filerName", filer, "filingDate", day + "T10:00:00", "formName", "FPPC 460", "obfuscatedId",
        "x" + id);
  }

  private static Map<String, String> siteItem(int id, String filing) {
    return Map.of("id", Integer.toString(id), "filingId", filing, "filerName", "Synthetic, Committee: One", "name",
        "Donor, Invented", "spendingCode", "", "address", "Berkeley, CA 94701");
  }

  private List<String> commands() {
    return netFile.requests("/commands/")
        .stream()
        .map(SeenRequest::target)
        .map(target -> target.replaceAll(".*/commands/(\\w+).*", "$1"))
        .toList();
  }

  private void assertNowhere(String text) throws IOException {
    for (var file : run.files()) {
      assertThat(Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1)).as(file)
          .doesNotContain(text);
    }
  }
}
