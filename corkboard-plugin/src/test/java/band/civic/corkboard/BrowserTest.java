package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// What people do with the pages: with a pointer, with the keyboard alone, without scripts, on a narrow screen, with a
/// screen reader.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final String SEA = "/-/sites/sea.xx";
  private static final List<String> PAGES = List.of("/", "/?state=XX", "/-/search?q=lemons", SEA + "/", SEA + "/fleet",
      SEA + "/fleet/trips", SEA + "/fleet/trips?_facet=cargo&_facet_date=day", SEA + "/fleet/trips/5",
      SEA + "/fleet/by_port", SEA + "/fleet/-/query?sql=select+1+as+one", SEA + "/fleet/-/query",
      SEA + "/fleet/trips/-/chart?_facet=port", SEA + "/fleet/-/ship", SEA + "/fleet/-/ship/a",
      SEA + "/fleet/-/dictionary", SEA + "/fleet/-/changes", SEA + "/-/search?q=lemons", SEA + "/nothing",
      SEA + "/-/settings", SEA + "/fleet/-/schema");

  private final Fleet fleet;

  BrowserTest(@TempDir Path storage) throws IOException {
    fleet = new Fleet(storage);
  }

  @AfterAll
  void stop() {
    fleet.close();
  }

  private static Browser browser(String... arguments) {
    return Browser.open(Map.of(), arguments).size(1200, 900);
  }

  @Test
  void a_reader_finds_the_way_from_the_list_of_places_to_a_file() {
    try (var browser = browser().at(fleet.address())) {
      browser.enter("main input[name=q]", "se");
      assertThat(browser.texts("main h2 a")).containsExactly("Sea");
      browser.clickWords("Sea").clickWords("The fleet").clickWords("Trips");
      assertThat(browser.heading()).isEqualTo("Trips");
      browser.clickWords("North");
      assertThat(browser.find(".count").getText()).startsWith("100 rows where port = \"North\"");
      browser.follow(() -> browser.click("tbody tr td a"));
      assertThat(browser.heading()).startsWith("Trips: ");
      browser.enter("#find", "lemons");
      assertThat(browser.texts("mark")).contains("lemons");
      browser.clickWords("fleet: trips").clickWords("South");
      browser.follow(() -> browser.click(".facet p a"));
      assertThat(browser.await("figure canvas").isDisplayed()).isTrue();
      browser.clickWords("The rows");
      assertThat(browser.run("return fetch(document.querySelector('.links a[href*=csv]').href).then(r => r.text())")
          .toString()).startsWith("id,ship,day,port,cargo,dollars").contains("lemons");
    }
  }

  @Test
  void a_page_about_a_thing_draws_its_charts_and_leads_to_the_rows() {
    try (var browser = browser().at(fleet.address() + SEA + "/fleet/trips")) {
      browser.clickWords("Ada");
      assertThat(browser.heading()).isEqualTo("Ada");
      assertThat(browser.texts("#totals dd")).contains("267");
      assertThat(browser.await("#months canvas").isDisplayed()).isTrue();
      browser.run("document.querySelector('#ports').scrollIntoView()");
      assertThat(browser.await("#ports canvas").isDisplayed()).isTrue();
      browser.follow(() -> browser.click("#ports tbody a"));
      assertThat(browser.address()).contains("/fleet/trips?port=");
    }
  }

  @Test
  void the_keyboard_alone_is_enough() {
    try (var browser = browser().at(fleet.address() + SEA + "/fleet/trips")) {
      browser.press(Keys.TAB);
      assertThat(browser.focused().getText()).isEqualTo("Skip to content");
      browser.press(Keys.ENTER);
      assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
      browser.press(Keys.TAB);
      assertThat(browser.focused().getDomAttribute("name")).isEqualTo("_search");
      assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
      browser.follow(() -> browser.press("rope", Keys.ENTER));
      assertThat(browser.find(".count").getText()).contains("320 rows");
      browser.run("document.querySelector('summary').focus()");
      browser.press(Keys.ENTER);
      assertThat(browser.run("return document.querySelector('details').open")).isEqualTo(true);
    }
  }

  @Test
  void without_scripts_everything_is_there() {
    try (var browser = Browser.open(Map.of("profile.managed_default_content_settings.javascript", 2))
        .at(fleet.address() + SEA + "/fleet/-/ship/a")) {
      assertThat(browser.find("#months img").isDisplayed()).isTrue();
      assertThat(browser.texts("#ports tbody tr")).hasSize(3);
      browser.at(fleet.address() + SEA + "/fleet/trips").click("details summary");
      browser.find("input[name=_filter_value]").sendKeys("East");
      browser.click("select[name=_filter_column] option:nth-child(5)").follow(() -> browser.click("details button"));
      assertThat(browser.address()).contains("port__exact=East");
      assertThat(browser.find(".count").getText()).startsWith("100 rows");
    }
  }

  @Test
  void no_page_is_wider_than_a_narrow_screen() {
    try (var browser = browser()) {
      browser.run("return 0");
      for (var page : PAGES) {
        browser.at(fleet.address() + page).size(500, 800);
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .as(page)
            .isEqualTo(0L);
      }
    }
  }

  @Test
  void axe_finds_no_fault_in_any_page() {
    try (var browser = browser()) {
      for (var page : PAGES) {
        assertThat(browser.at(fleet.address() + page).accessibilityFaults()).as(page).isEmpty();
      }
    }
  }

  @Test
  void axe_finds_no_fault_in_the_dark() {
    try (var browser = browser("--blink-settings=preferredColorScheme=0")) {
      assertThat(browser.at(fleet.address() + "/")
          .run(
              "return matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo(true);
      for (var page : PAGES) {
        assertThat(browser.at(fleet.address() + page).accessibilityFaults()).as(page).isEmpty();
      }
    }
  }

  @Test
  void a_page_that_is_looked_at_shows_new_data_by_itself() throws IOException {
    try (var browser = browser().at(fleet.address() + "/-/sites/lake.yy/fleet/trips")) {
      assertThat(browser.find(".count").getText()).startsWith("3 rows");
      fleet.put("lake.yy", 7);
      assertThat(browser.awaitText(".count", "7 rows")).isTrue();
    }
  }
}
