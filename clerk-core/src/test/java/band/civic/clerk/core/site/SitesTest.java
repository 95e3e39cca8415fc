package band.civic.clerk.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.site.SiteProblem.SiteExists;
import band.civic.clerk.core.store.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitesTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T06:00:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path directory;

  @Test
  void a_site_is_registered_once() {
    try (var registry = Registry.open("jdbc:sqlite:" + directory.resolve("storage/civic.db"))) {
      var sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, CLOCK);

      sites.register(NewSite.of("testville.ca", "Testville", "CA", "city"));

      assertThat(sites.listSites()).hasSize(1);
      assertThatThrownBy(() -> sites.register(NewSite.of("testville.ca", "Other", "CA", "city")))
          .isInstanceOf(SiteExists.class);
      assertThat(sites.getSite("testville.ca").name()).isEqualTo("Testville");
    }
    assertThat(directory.resolve("storage")).isDirectoryContaining("glob:**civic.db")
        .isDirectoryNotContaining("glob:**-wal");
  }
}
