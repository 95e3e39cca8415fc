package band.civic.clerk.core.deploy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTargetTest {
  @TempDir
  private Path directory;

  @Test
  void readers_see_all_files_of_a_version_or_none() throws Exception {
    var target = new DirectoryTarget(web());
    target.deploy(version(0).to("a.ca"));
    var stop = new AtomicBoolean();
    var mixed = new TreeSet<String>();
    var reader = Thread.ofPlatform().start(() -> read(stop, mixed));

    for (var i = 1; i <= 60; i++) {
      target.deploy(version(i).to("a.ca"));
    }
    stop.set(true);
    reader.join();

    assertThat(mixed).isEmpty();
  }

  /// Opens the site's directory once, as a server that holds it does, and compares what is in it.
  private void read(AtomicBoolean stop, Set<String> mixed) {
    while (!stop.get()) {
      try {
        var version = web().resolve("a.ca").toRealPath();
        var one = Files.readString(version.resolve("one.db"));
        var two = Files.readString(version.resolve("two.db"));
        if (!one.equals(two)) {
          mixed.add(one + " and " + two);
        }
      } catch (IOException e) {
        // the version was taken away between two looks: it was three versions old
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void a_file_that_did_not_change_is_not_copied_again() throws IOException {
    var target = new DirectoryTarget(web());
    target.deploy(new Goods(directory.resolve("1")).with("a.ca/big.db", "big").with("a.ca/m.json", "1").to("a.ca"));
    var before = Files.readAttributes(web().resolve("a.ca/big.db"), "unix:ino").get("ino");

    target.deploy(new Goods(directory.resolve("2")).with("a.ca/big.db", "big").with("a.ca/m.json", "2").to("a.ca"));

    assertThat(Files.readAttributes(web().resolve("a.ca/big.db"), "unix:ino")).containsEntry("ino", before);
    assertThat(web().resolve("a.ca/m.json")).hasContent("2");
  }

  @Test
  void old_versions_do_not_pile_up() throws IOException {
    var target = new DirectoryTarget(web());
    for (var i = 0; i < 10; i++) {
      target.deploy(version(i).to("a.ca"));
    }

    try (var versions = Files.list(web().resolve(".versions/a.ca"))) {
      assertThat(versions.toList()).hasSize(3);
    }
    assertThat(web().resolve("a.ca/one.db")).hasContent("9");
  }

  @Test
  void what_a_killed_deployment_left_behind_is_no_hindrance() throws IOException {
    var goods = version(1).to("a.ca");
    var half = web().resolve(".versions/a.ca/." + goods.version() + ".new");
    Files.createDirectories(half);
    Files.writeString(half.resolve("one.db"), "half");

    new DirectoryTarget(web()).deploy(goods);

    assertThat(web().resolve("a.ca/one.db")).hasContent("1");
    assertThat(half).doesNotExist();
  }

  @Test
  void a_directory_that_somebody_else_made_is_left_alone() throws IOException {
    Files.createDirectories(web().resolve("a.ca"));
    var goods = version(1).to("a.ca");

    assertThatThrownBy(() -> new DirectoryTarget(web()).deploy(goods)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("was not made by a deployment");
  }

  @Test
  void a_root_that_is_a_file_is_a_clear_error() throws IOException {
    Files.writeString(web(), "");
    var goods = version(1).to("a.ca");

    assertThatThrownBy(() -> new DirectoryTarget(web()).deploy(goods)).isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("deploy.directory.path");
  }

  private Path web() {
    return directory.resolve("web");
  }

  private Goods version(int number) throws IOException {
    var goods = new Goods(directory.resolve("staging-" + number));
    for (var name : List.of("a.ca/one.db", "a.ca/two.db")) {
      goods.with(name, String.valueOf(number));
    }
    return goods;
  }
}
