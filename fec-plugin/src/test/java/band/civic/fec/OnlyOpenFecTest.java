package band.civic.fec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What OpenFEC tells of committees and candidates, beside bulk files and without them.
class OnlyOpenFecTest {
  private static final String KNOWN = "C97000001|SAMPLE PAC|T|1 ST||TESTVILLE|CA|90001|P|H||Q||NONE|H6CA12001";

  @TempDir
  private Path directory = Path.of("");

  private FecSite nation = FecSite.nation(directory);

  @BeforeEach
  void open() throws SQLException {
    nation = FecSite.nation(directory.resolve("storage"));
    Lines.write(directory.resolve("files"), "itcont.txt", Lines.gift("4010120250000000001", "C97000001", "15", "100"),
        Lines.gift("4010120250000000002", "C97000002", "15", "20"));
    Lines.write(directory.resolve("files"), "cm.txt", KNOWN);
    nation.ingest(2026, directory.resolve("files"));
    entity("committees", "C97000001", "{\"name\": \"OTHER NAME\", \"designation\": \"P\", \"state\": \"CA\", "
        + "\"candidate_ids\": [\"H6CA12009\"]}");
    entity("committees", "C97000002", "{\"name\": \"ONLY HERE\", \"designation\": \"P\", \"state\": \"OH\", "
        + "\"candidate_ids\": [\"S6OH00001\"]}");
    entity("committees", "C97000003", "{\"name\": \"OF TWO\", \"designation\": \"P\", \"state\": \"OH\", "
        + "\"candidate_ids\": [\"S6OH00001\", \"H6OH00001\"]}");
    entity("candidates", "S6OH00001", "{\"name\": \"SAMPLE, BEA\", \"office\": \"S\", \"state\": \"OH\", "
        + "\"election_years\": [2020, 2026]}");
    nation.publish();
  }

  @Test
  void a_committee_that_no_file_has_is_as_openfec_tells_it_and_the_others_are_as_files_do() {
    assertThat(nation.published("SELECT committee_id, name, candidate_id FROM committees ORDER BY 1")).containsExactly(
        "C97000001 SAMPLE PAC H6CA12001", "C97000002 ONLY HERE S6OH00001", "C97000003 OF TWO S6OH00001");
    assertThat(nation.published("SELECT candidate_id, name, election_year FROM candidates")).containsExactly(
        "S6OH00001 SAMPLE, BEA 2026");
  }

  @Test
  void candidates_that_openfec_names_are_kept_beside_those_of_files() {
    assertThat(nation.published("SELECT committee_id, candidate_id, said_by FROM committee_candidates ORDER BY 1, 2"))
        .containsExactly("C97000001 H6CA12001 cm", "C97000001 H6CA12009 api", "C97000002 S6OH00001 api",
            "C97000003 H6OH00001 api", "C97000003 S6OH00001 api");
  }

  @Test
  void totals_go_to_the_candidate_that_files_name_else_to_the_only_one_that_openfec_does() {
    assertThat(nation.published("SELECT candidate_id, individual_cents FROM candidate_totals ORDER BY 1"))
        .containsExactly("H6CA12001 10000", "S6OH00001 2000");
  }

  private void entity(String kind, String id, String body) throws SQLException {
    try (var bronze = DriverManager.getConnection("jdbc:sqlite:" + nation.work().resolve("bronze.db"));
        var insert = bronze.prepareStatement("INSERT INTO api_entities (kind, id, cycle, body, row_hash, page_id, "
            + "first_run, last_run) VALUES (?, ?, 2026, ?, 0, 0, 1, 1)")) {
      insert.setString(1, kind);
      insert.setString(2, id);
      insert.setString(3, body);
      insert.execute();
    }
  }
}
