package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reference page says what is in the file.
class DatabaseReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/election-finance-database.md");

  @Test
  void every_code_that_the_load_finds_is_explained() throws Exception {
    var notices = Files.readString(Path.of("../docs/reference/notices.md"));

    assertThat(Findings.CODES).allSatisfy(code -> assertThat(notices).contains("| `" + code + "` |"));
  }

  @Test
  void the_reference_page_is_made_from_the_schema_and_the_declaration(@TempDir Path directory) throws Exception {
    var run = new LoadRun(directory);
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry").filing("g", "1", "2018-01-01", "2018-06-30").summary("g", "F460 5", 1);
    }
    run.load();
    var page = DatabaseReference.of(run);
    if (Boolean.getBoolean("clerk.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/reference/election-finance-database.md is not what the schema says; run this test with "
            + "-Dclerk.docs.write=true and review the difference")
        .isEqualTo(page);
  }
}
