package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Chromium without a window. Where it is not installed, the tests that need it are skipped, or fail with
/// `-Dclerk.ui.required`.
final class Browser implements AutoCloseable {
  private static final String AXE = TestDatabases.resource("axe.min.js");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open(Map<String, Object> preferences, String... arguments) {
    var chromium = installed("chromium", "chromium-browser", "google-chrome");
    var chromedriver = installed("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      var words = "Chromium and its driver are not installed (apt-get install chromium chromium-driver)";
      assertThat(System.getProperty("clerk.ui.required")).as(words).isNull();
      return abort(words + "; the tests in a browser are skipped");
    }
    var options = new ChromeOptions();
    options.setBinary(chromium.get().toString());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
    options.addArguments(arguments);
    options.setExperimentalOption("prefs", preferences);
    var service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get().toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> installed(String... names) {
    return Stream.of(names)
        .flatMap(n -> Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(d -> Path.of(d, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser at(String address) {
    driver.get(address);
    return this;
  }

  Browser size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  Browser click(String css) {
    find(css).click();
    return this;
  }

  Browser clickWords(String words) {
    return follow(() -> driver.findElement(By.linkText(words)).click());
  }

  /// Types into a field, sends its form, and waits for the page that answers.
  Browser enter(String css, String words) {
    return follow(() -> find(css).sendKeys(words, Keys.ENTER));
  }

  /// Does what leads to another page and waits until that has taken the place of this one: the driver does not wait for
  /// what a key starts, and a page read too early is the old one.
  Browser follow(Runnable step) {
    driver.executeScript("window.left = true");
    step.run();
    new WebDriverWait(driver, Duration.ofSeconds(15)).ignoring(WebDriverException.class)
        .until(d -> Boolean.TRUE.equals(run("return !window.left && document.readyState === 'complete'")));
    return this;
  }

  String heading() {
    return find("h1").getText();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  void press(CharSequence... keys) {
    focused().sendKeys(keys);
  }

  /// Waits until something is on the page.
  WebElement await(String css) {
    return new WebDriverWait(driver, Duration.ofSeconds(15)).until(d -> d.findElement(By.cssSelector(css)));
  }

  /// Waits until an element says something.
  boolean awaitText(String css, String words) {
    return new WebDriverWait(driver, Duration.ofSeconds(15)).ignoring(StaleElementReferenceException.class)
        .until(d -> String.valueOf(d.findElement(By.cssSelector(css)).getText()).contains(words));
  }

  Object run(String script, Object... arguments) {
    return Optional.ofNullable(driver.executeScript(script, arguments)).orElse("");
  }

  /// What axe-core finds wrong with the page, in words.
  List<String> accessibilityFaults() {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
    driver.executeScript(AXE);
    var found = driver.executeAsyncScript("""
        const done = arguments[0];
        axe.run(document, {resultTypes: ["violations"]}).then(r => done(r.violations.flatMap(
          v => v.nodes.map(n => v.id + ": " + v.help + ": " + n.html.slice(0, 200)))));
        """);
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of("axe did not run");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
