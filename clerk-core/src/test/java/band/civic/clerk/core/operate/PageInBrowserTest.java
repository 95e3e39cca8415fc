package band.civic.clerk.core.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import band.civic.clerk.core.operate.health.Health;
import band.civic.clerk.core.operate.http.DoorSettings;
import band.civic.clerk.core.operate.http.HttpDoor;
import band.civic.clerk.core.operate.page.OperatorsPage;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The operator's page in Chromium, with and without JavaScript. Skipped where Chromium is not installed; with
/// `-Dclerk.ui.required` that is a failure.
class PageInBrowserTest {
  @TempDir
  private Path storage;

  private Station station;
  private HttpDoor door;

  @BeforeEach
  void open() {
    station = new Station("jdbc:sqlite:" + storage.resolve("civic.db"), storage);
    var page = new OperatorsPage(station.desk(), () -> new Health(station.desk()).look());
    var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    door = HttpDoor.start(new DoorSettings(anywhere, Optional.empty(), true), page.routes());
  }

  @AfterEach
  void close() {
    door.close();
    station.close();
  }

  @Test
  void what_happens_is_seen_without_loading_the_page_again() {
    var key = station.freshSite("alameda.ca");
    try (var browser = new Browser(chromium(true))) {
      browser.driver.get(door.address().toString());
      assertThat(browser.text("#running")).contains("Nothing is running.");
      browser.driver.executeScript("window.sameDocument = true");

      station.running("run-1", key);
      station.registry.sql()
          .execute("INSERT INTO run_tasks (run_id, task, stage, ordinal, state, reason, started_at, doing, units_done, "
              + "units_total) VALUES ('run-1', 'workbooks', 'EXTRACT', 1, 'running', '', ?, 'year 2024', 3, 12)",
              station.now());

      browser.await("#running", "workbooks 3 of 12: year 2024");
      assertThat(browser.find("#running progress").getDomProperty("value")).isEqualTo("25");
      assertThat(browser.driver.executeScript("return window.sameDocument")).isEqualTo(true);
      assertThat(browser.find("#live").isDisplayed()).isTrue();
      assertThat(browser.complaints()).as("nothing breaks the content security policy").isEmpty();
    }
  }

  @Test
  void a_failed_job_is_tried_again_by_a_click_with_and_without_javascript() {
    for (var javaScript : List.of(true, false)) {
      station.registry.sql().execute("DELETE FROM jobs");
      station.enqueue(NewJob.of("finance.etl", "finance", new Limits(Duration.ofMinutes(1), 3)));
      station.registry.sql()
          .execute("UPDATE jobs SET state = 'failed', attempt = 3, finished_at = ?, error_kind = 'SourceUnavailable', "
              + "error_message = 'the source is away'", station.now());
      try (var browser = new Browser(chromium(javaScript))) {
        browser.driver.get(door.address().toString());
        assertThat(browser.text("#failures")).contains("the source is away");

        browser.find("#failures form[action='/jobs/retry'] button").click();

        browser.await("#failures", "None.");
        assertThat(station.one("SELECT state FROM jobs")).as("with JavaScript: %s", javaScript).isEqualTo("queued");
      }
    }
  }

  @Test
  void the_page_fits_a_telephone() {
    station.freshSite("alameda.ca");
    try (var browser = new Browser(chromium(true))) {
      browser.driver.manage().window().setSize(new Dimension(420, 800));
      browser.driver.get(door.address().toString());

      assertThat(browser.driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
          .isEqualTo(true);
    }
  }

  private static ChromeDriver chromium(boolean javaScript) {
    var chromium = installed("chromium", "chromium-browser", "google-chrome");
    var driver = installed("chromedriver");
    if (chromium.isEmpty() || driver.isEmpty()) {
      var words = "Chromium and its driver are not installed (apt-get install chromium chromium-driver)";
      assertThat(System.getProperty("clerk.ui.required")).as(words).isNull();
      return abort(words + "; the tests in a browser are skipped");
    }
    var options = new ChromeOptions();
    options.setBinary(chromium.get().toString());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
    if (!javaScript) {
      options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    var service = new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> installed(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(d -> Path.of(d, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private record Browser(ChromeDriver driver) implements AutoCloseable {

    WebElement find(String css) {
      return driver.findElement(By.cssSelector(css));
    }

    String text(String css) {
      return find(css).getText();
    }

    void await(String css, String words) {
      new WebDriverWait(driver, Duration.ofSeconds(20)).ignoring(StaleElementReferenceException.class)
          .until(_ -> text(css).contains(words));
    }

    List<String> complaints() {
      return driver.manage()
          .logs()
          .get("browser")
          .getAll()
          .stream()
          .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
          .map(entry -> entry.getMessage())
          .toList();
    }

    @Override
    public void close() {
      driver.quit();
    }
  }
}
