package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The list of places: found, filtered, by state, on the map.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesTest {
  private final Fleet fleet;

  PlacesTest(@TempDir Path storage) throws IOException {
    fleet = new Fleet(storage);
  }

  @AfterAll
  void stop() {
    fleet.close();
  }

  private Document page(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return Jsoup.parse(client.send(HttpRequest.newBuilder(URI.create(fleet.address() + path)).build(),
          BodyHandlers.ofString()).body());
    }
  }

  @Test
  void a_place_is_found_by_part_of_its_name_its_state_and_blanks_do_not_matter() throws Exception {
    assertThat(page("/?q=+SE").select("main h2 a").eachText()).containsExactly("Sea");
    assertThat(page("/?state=YY").select("main h2 a").eachText()).containsExactly("Lake");
    assertThat(page("/?kind=county").select("main .none").text()).isEqualTo("No place matches.");
    assertThat(page("/?has_finance=1").select("main h2 a")).isEmpty();
  }

  @Test
  void a_state_has_a_page_that_leads_back() throws Exception {
    var page = page("/state/YY");

    assertThat(page.select("h1").text()).endsWith(": YY");
    assertThat(page.select("main h2 a").eachText()).containsExactly("Lake");
    assertThat(page.select(".crumbs a").eachAttr("href")).containsExactly("/");
    assertThat(page("/").select("ul[aria-label=States] a").eachAttr("href")).containsExactly("/state/XX", "/state/YY");
  }

  @Test
  void the_map_holds_every_place_that_has_coordinates() throws Exception {
    var map = page("/").select("figure#map");

    assertThat(map.select("title").eachText()).containsExactlyInAnyOrder("Sea", "Lake");
    assertThat(map.select("a").eachAttr("href")).contains("/-/sites/sea.xx/");
    var box = map.select("svg").attr("viewBox").split(" ");
    for (var dot : map.select("circle")) {
      assertThat(Double.parseDouble(dot.attr("cx")))
          .isBetween(Double.valueOf(box[0]), Double.parseDouble(box[0]) + Double.parseDouble(box[2]));
      assertThat(Double.parseDouble(dot.attr("cy")))
          .isBetween(Double.valueOf(box[1]), Double.parseDouble(box[1]) + Double.parseDouble(box[3]));
    }
  }

  @Test
  void a_card_names_what_there_is_by_its_title() throws Exception {
    assertThat(page("/").select("main .card p").eachText()).anyMatch(p -> p.startsWith("The fleet · updated "));
  }
}
