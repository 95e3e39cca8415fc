package band.civic.clerk.core.deploy;

import band.civic.clerk.core.files.Sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.deploy.Deployment.State;
import band.civic.clerk.core.deploy.target.DirectoryTarget;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import band.civic.clerk.spi.DeployTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deploying, whatever the registry is kept in.
abstract class DeployerContract {
  private static final String SITE = "testville.ca";

  @TempDir
  private Path directory;

  private Path web;
  private Storage storage;
  private DirectoryTarget target;

  abstract String newDatabase(Path directory);

  @BeforeEach
  void open() {
    web = directory.resolve("web");
    storage = new Storage(directory.resolve("storage"), newDatabase(directory));
    target = new DirectoryTarget(web);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void a_target_gets_every_published_database_and_a_manifest_of_checksums() throws IOException {
    storage.publish(SITE, "finance", "money");
    storage.publish(SITE, "permits", "permits");

    var deliveries = storage.deployer().deploy(storage.site(SITE), List.of(target), "run1");

    assertThat(deliveries).singleElement().satisfies(each -> assertThat(each.changed()).isEqualTo(2));
    assertThat(web.resolve("testville.ca/finance/finance.db")).hasContent("money");
    assertThat(web.resolve("testville.ca/permits/permits.db")).hasContent("permits");
    assertThat(Files.readString(web.resolve("testville.ca/manifest.json")))
        .contains("\"sha256\" : \"" + Sha256.of(storage.file(SITE, "finance")) + "\"", "\"title\" : \"Money\"",
            "\"record_count\" : 7", "\"published_at\" : \"2026-11-24T06:00:00Z\"");
    assertThat(storage.one("SELECT count(*) FROM events WHERE kind = 'data_deployed'")).isEqualTo("1");
    assertThat(staged()).isEmpty();
  }

  @Test
  void deploying_again_changes_nothing() {
    storage.publish(SITE, "finance", "money");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run1");

    var again = storage.deployer().deploy(storage.site(SITE), List.of(target), "run2");

    assertThat(again.getFirst().changed()).isZero();
  }

  @Test
  void a_target_that_fails_is_recorded_and_the_next_is_still_served() {
    storage.publish(SITE, "finance", "money");

    var deliveries = storage.deployer().deploy(storage.site(SITE), List.of(broken(), target), "run1");

    assertThat(deliveries).extracting(each -> each.target() + " " + each.failure().isPresent())
        .containsExactly("broken true", "directory false");
    assertThat(storage.deployer().listOfRun("run1")).extracting(each -> each.target() + " " + each.state())
        .containsExactly("broken FAILED", "directory PUBLISHED");
    assertThat(web.resolve("testville.ca/finance/finance.db")).exists();
  }

  @Test
  void nothing_is_deployed_when_nothing_is_published() {
    var site = storage.site(SITE);

    assertThatThrownBy(() -> storage.deployer().deploy(site, List.of(target), "run1"))
        .isInstanceOf(ValidationFailed.class)
        .hasMessageContaining("nothing is published");
    assertThat(web).doesNotExist();
  }

  @Test
  void a_file_that_nobody_published_is_not_deployed() throws IOException {
    storage.publish(SITE, "finance", "money");
    Files.writeString(storage.file(SITE, "finance"), "money of somebody else");
    var site = storage.site(SITE);

    assertThatThrownBy(() -> storage.deployer().deploy(site, List.of(target), "run1"))
        .isInstanceOf(ValidationFailed.class)
        .hasMessageContaining("is not the file that was published");
    assertThat(web).doesNotExist();
  }

  @Test
  void a_rollback_puts_back_what_was_there_before_and_only_once() throws IOException {
    storage.publish(SITE, "finance", "first");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run1");
    storage.publish(SITE, "finance", "second");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run2");

    storage.deployer().rollBack(storage.site(SITE), target, "run3");

    assertThat(web.resolve("testville.ca/finance/finance.db")).hasContent("first");
    assertThat(Files.readString(web.resolve("testville.ca/manifest.json")))
        .contains("\"published_at\" : \"2026-11-24T06:00:00Z\"");
    assertThat(storage.deployer().list(SITE, 10)).extracting(each -> each.runId() + " " + each.state())
        .containsExactly("run3 PUBLISHED", "run2 ROLLED_BACK", "run1 PUBLISHED");
    var site = storage.site(SITE);
    assertThatThrownBy(() -> storage.deployer().rollBack(site, target, "run4")).isInstanceOf(ValidationFailed.class)
        .hasMessageContaining("nothing else was deployed");
  }

  @Test
  void a_second_rollback_does_not_go_forward_to_what_the_first_took_back() {
    for (var content : List.of("zero", "first", "second")) {
      storage.publish(SITE, "finance", content);
      storage.deployer().deploy(storage.site(SITE), List.of(target), "run " + content);
    }
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run second again");

    storage.deployer().rollBack(storage.site(SITE), target, "back1");
    assertThat(web.resolve("testville.ca/finance/finance.db")).hasContent("first");
    storage.deployer().rollBack(storage.site(SITE), target, "back2");

    assertThat(web.resolve("testville.ca/finance/finance.db")).hasContent("zero");
  }

  @Test
  void a_rollback_that_is_tried_again_goes_back_once() {
    for (var content : List.of("zero", "first", "second")) {
      storage.publish(SITE, "finance", content);
      storage.deployer().deploy(storage.site(SITE), List.of(target), "run " + content);
    }

    storage.deployer().rollBack(storage.site(SITE), target, "back");
    storage.deployer().rollBack(storage.site(SITE), target, "back");

    assertThat(web.resolve("testville.ca/finance/finance.db")).hasContent("first");
  }

  @Test
  void what_is_not_kept_any_more_cannot_be_put_back() throws IOException {
    storage.publish(SITE, "finance", "first");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run1");
    storage.publish(SITE, "finance", "second");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run2");
    try (var files = Files.list(storage.file(SITE, "finance").resolveSibling("previous"))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    var site = storage.site(SITE);

    assertThatThrownBy(() -> storage.deployer().rollBack(site, target, "run3"))
        .hasMessageContaining("is not kept any more; nothing was changed");
    assertThat(web.resolve("testville.ca/finance/finance.db")).hasContent("second");
  }

  @Test
  void the_index_names_every_site_and_what_is_at_this_target() throws SQLException {
    storage.publish(SITE, "finance", "money");
    storage.publish("elsewhere.ca", "finance", "other money");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run1");

    storage.deployer().deployIndex(List.of(target));

    assertThat(index("SELECT group_concat(subdomain, ' ') FROM (SELECT subdomain FROM sites ORDER BY 1)"))
        .isEqualTo("elsewhere.ca testville.ca");
    assertThat(index("SELECT subdomain || ' ' || path || ' ' || title || ' ' || record_count FROM databases"))
        .isEqualTo("testville.ca finance/finance.db Money 7");
    assertThat(index("SELECT sha256 FROM databases")).isEqualTo(Sha256.of(storage.file(SITE, "finance")));
  }

  @Test
  void who_failed_to_hear_of_it_is_written_beside_it() {
    storage.publish(SITE, "finance", "money");
    storage.deployer().deploy(storage.site(SITE), List.of(target), "run1");

    storage.deployer().warn("run1", "a listener of plugin bell failed");

    assertThat(storage.deployer().listOfRun("run1")).singleElement().satisfies(each -> {
      assertThat(each.state()).isEqualTo(State.PUBLISHED_WITH_WARNINGS);
      assertThat(each.error()).hasValue("a listener of plugin bell failed");
    });
  }

  private List<String> staged() throws IOException {
    try (var files = Files.list(storage.directory)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(".deploy"))
          .collect(Collectors.toList());
    }
  }

  private String index(String sql) throws SQLException {
    try (var index = DriverManager.getConnection("jdbc:sqlite:" + web.resolve("sites.db"));
        var statement = index.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private static DeployTarget broken() {
    return new DeployTarget() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public void deploy(Shipment shipment) {
        throw new SourceUnavailable("No answer.");
      }
    };
  }
}
