package band.civic.fec.openfec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Listing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the fake server what OpenFEC was asked once, over the rows that it answered, and compares: status, media type,
/// envelope, fields, the text of errors, and the rows where the recorded rows are all there are. Recorded answers hold
/// real people's gifts and are no part of the project: `-Dopenfec.recorded=DIR` names a directory with `_index.json`.
@EnabledIfSystemProperty(named = "openfec.recorded", matches = ".+")
class RecordedAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, Listing> LISTS = Map.of("schedule_a", Listing.SCHEDULE_A, "schedule_b",
      Listing.SCHEDULE_B, "schedule_e", Listing.SCHEDULE_E, "committee", Listing.COMMITTEES, "candidate",
      Listing.CANDIDATES, "filings", Listing.FILINGS);

  private final Path directory = Path.of(System.getProperty("openfec.recorded", "."));
  private final HttpClient http = HttpClient.newHttpClient();

  @TestFactory
  List<DynamicTest> the_fake_server_answers_as_was_recorded() throws IOException {
    var openFec = FakeOpenFec.start();
    seed(openFec);
    var tests = new ArrayList<DynamicTest>();
    for (var entry : JSON.readTree(Files.readString(directory.resolve("_index.json")))) {
      tests.add(DynamicTest.dynamicTest(entry.path("file").asString(), () -> compare(openFec, entry)));
    }
    return tests;
  }

  private void seed(FakeOpenFec openFec) throws IOException {
    var seen = new HashSet<String>();
    try (var files = Files.list(directory)) {
      for (var file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        var name = file.getFileName().toString();
        var listing = LISTS.entrySet().stream().filter(list -> name.startsWith(list.getKey())).findFirst();
        if (listing.isPresent()) {
          for (var row : JSON.readTree(Files.readString(file)).path("results")) {
            add(openFec, listing.get().getValue(), row, seen);
          }
        }
      }
    }
  }

  private static void add(FakeOpenFec openFec, Listing listing, JsonNode row, Set<String> seen) {
    var id = Optional.of(row.path("sub_id").asString(""))
        .filter(text -> !text.isEmpty())
        .orElse(row.path(listing == Listing.COMMITTEES ? "committee_id" : "candidate_id").asString(""));
    if (seen.add(listing + id)) {
      var texts = new HashMap<String, Object>();
      Map<?, ?> cells = JSON.convertValue(row, Map.class);
      cells.forEach((key, value) -> {
        if (value != null) {
          texts.put(key.toString(), value);
        }
      });
      openFec.add(listing, List.of(texts));
    }
  }

  private void compare(FakeOpenFec openFec, JsonNode entry) throws IOException, InterruptedException {
    var file = entry.path("file").asString();
    var target = openFec.base().resolve(entry.path("url").asString());
    var answer = http.send(HttpRequest.newBuilder(URI.create(target.toString()))
        .header("X-Api-Key", openFec.key())
        .build(),
        HttpResponse.BodyHandlers.ofString());
    var recorded = Files.readString(directory.resolve(file));

    assertThat(answer.statusCode()).isEqualTo(entry.path("status").asInt());
    assertThat(answer.headers().firstValue("content-type")).contains(entry.path("content_type").asString());
    if (file.endsWith(".html")) {
      assertThat(answer.body()).isEqualToIgnoringWhitespace(recorded);
    } else {
      compareBodies(file, JSON.readTree(answer.body()), JSON.readTree(recorded));
    }
  }

  private static void compareBodies(String file, JsonNode fake, JsonNode real) {
    assertThat(names(fake)).isEqualTo(names(real));
    if (real.has("message")) {
      assertThat(fake.path("message").getNodeType()).isEqualTo(real.path("message").getNodeType());
      if (!file.contains("committees_sort")) {
        assertThat(fake).isEqualTo(real);
      }
      return;
    }
    var pagination = real.path("pagination");
    assertThat(names(fake.path("pagination"))).isEqualTo(names(pagination));
    assertThat(fake.path("pagination").path("per_page")).isEqualTo(pagination.path("per_page"));
    if (!real.path("results").isEmpty()) {
      assertThat(names(fake.path("results").path(0))).isEqualTo(names(real.path("results").path(0)));
    }
    if (file.matches("schedule_a_(asc|desc)_p0\\d.json|.*missing.*|.*detail.*|schedule_a_sub_id.json")) {
      assertThat(ids(fake)).isEqualTo(ids(real));
      assertThat(fake.path("pagination")).isEqualTo(pagination);
    }
  }

  private static List<String> ids(JsonNode body) {
    var ids = new ArrayList<String>();
    body.path("results")
        .forEach(row -> ids.add(row.path("sub_id").asString("") + row.path("committee_id")
            .asString(
                "")));
    return ids;
  }

  private static Set<String> names(JsonNode node) {
    return new TreeSet<>(node.propertyNames());
  }
}
