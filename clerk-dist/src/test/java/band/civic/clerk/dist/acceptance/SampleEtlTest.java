package band.civic.clerk.dist.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: one command from a fresh installation to a searchable database.
class SampleEtlTest {
  @TempDir
  private static Path directory;
  private static Distribution clerk;
  private static Distribution.Result first;

  @BeforeAll
  static void run_the_first_command_of_the_readme() {
    clerk = Distribution.unpackedIn(directory);
    first = clerk.clerk("finance", "etl", "--subdomain", "alameda.ca", "--sample");
  }

  @Test
  void it_says_what_was_loaded_where_and_what_to_type_next() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("SAMPLE DATA", "election_finance.db", "clerk site show alameda.ca");
  }

  @Test
  void the_database_is_sound_and_full_text_search_finds_a_planted_name() {
    var published = clerk.published("alameda.ca");

    Database.assertSound(published);
    assertThat(Database.column(published, "SELECT rowid FROM transactions_fts WHERE transactions_fts MATCH 'example'"))
        .isNotEmpty();
    assertThat(Database.value(published, "SELECT count(*) FROM committee_totals")).isNotEqualTo("0");
  }

  @Test
  void the_database_says_that_it_is_a_sample() {
    assertThat(Database.column(clerk.published("alameda.ca"), "SELECT value FROM site_metadata"))
        .anyMatch(text -> text.contains("SAMPLE DATA"));
  }

  @Test
  void nothing_temporary_remains() {
    assertThat(clerk.leftovers()).isEmpty();
  }

  @Test
  void the_registry_and_the_database_agree() {
    var civic = clerk.storage().resolve("civic.db");

    assertThat(Database.value(civic, "SELECT has_finance_data FROM sites WHERE subdomain = 'alameda.ca'"))
        .isEqualTo("1");
    assertThat(Database.value(civic, "SELECT finance_record_count FROM sites WHERE subdomain = 'alameda.ca'"))
        .isEqualTo(Database.value(clerk.published("alameda.ca"), "SELECT count(*) FROM transactions"));
  }

  @Test
  void running_it_again_changes_nothing() {
    var before = Database.contentOf(clerk.published("alameda.ca"));

    var again = clerk.clerk("finance", "etl", "--subdomain", "alameda.ca", "--sample");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(Database.contentOf(clerk.published("alameda.ca"))).isEqualTo(before);
  }

  @Test
  void the_three_stages_one_after_the_other_give_the_same_database() {
    var staged = clerk.storingIn(directory.resolve("staged"));

    for (var stage : new String[]{"extract", "transform", "load"}) {
      var arguments = stage.equals("extract")
          ? new String[]{"finance", stage, "alameda.ca", "--sample"}
          : new String[]{"finance", stage, "alameda.ca"};
      var result = staged.clerk(arguments);
      assertThat(result.exitCode()).as(stage + ": " + result.err()).isZero();
    }

    assertThat(Database.contentOf(staged.published("alameda.ca")))
        .isEqualTo(Database.contentOf(clerk.published("alameda.ca")));
  }
}
