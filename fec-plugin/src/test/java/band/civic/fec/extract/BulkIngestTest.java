package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.FecSite;
import band.civic.fec.Lines;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkIngestTest {
  private static final String FIRST = "4010120250000000001";
  private static final String SECOND = "4010120250000000002";

  @TempDir
  private Path directory = Path.of("");

  private FecSite nation = FecSite.nation(directory);
  private Path files = directory;

  @BeforeEach
  void open() {
    nation = FecSite.nation(directory.resolve("storage"));
    files = directory.resolve("files");
  }

  @Test
  void a_release_and_the_next_give_the_stated_difference_at_ten_times_the_usual_faults() {
    var plan = ReleasePlan.of(20_000, 7, 2026).withFaults(ReleasePlan.Faults.USUAL.times(10));
    var first = SampleRelease.write(plan, directory.resolve("one"));
    var second = SampleRelease.write(plan.withRelease(2), directory.resolve("two"));

    nation.ingest(2026, directory.resolve("one"));
    assertThat(figures("indiv")).isEqualTo("%d %d 0 0 0 %d %d".formatted(first.figure("lines") - first.figure("blank"),
        first.figure("valid"), first.figure("rejected_lines"), first.figure("sum") * 100));
    assertThat(totalsOfBook()).isEqualTo(totalsOfRows("indiv-2026"));

    nation.ingest(2026, directory.resolve("two"));
    assertThat(figures("indiv")).isEqualTo("%d %d %d %d %d %d %d".formatted(
        second.figure("lines") - second.figure("blank"), second.figure("new"), second.figure("edited"),
        second.figure("unchanged"), second.figure("gone"), second.figure("rejected_lines"),
        second.figure("sum") * 100));
    assertThat(totalsOfBook()).isEqualTo(totalsOfRows("indiv-2026"));
    assertThat(nation.file("indiv-2026", "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void a_release_that_is_taken_in_again_changes_nothing_however_it_is_found_to_be_the_same() {
    var file = Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "100"));
    nation.ingest(2026, files);

    nation.ingest(2026, files);
    assertThat(figures("indiv")).isEqualTo("1 0 0 1 0 0 10000");
    assertThat(nation.bronze("SELECT status FROM ingests ORDER BY ingest_id")).containsExactly("complete", "unchanged");

    Lines.age(file, "2026-04-30T00:00:00Z");
    var report = nation.ingest(2026, files);
    assertThat(figures("indiv")).isEqualTo("1 0 0 1 0 0 10000");
    assertThat(report.changedAnything()).isFalse();
  }

  @Test
  void what_a_row_was_is_kept_when_it_changes_or_goes() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "700"), Lines.gift(SECOND, "C97000001", "15",
        "20"));
    nation.ingest(2026, files);
    Lines.age(Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "750"), Lines.gift(
        "4010120250000000003", "C97000001", "15", "1")), "2026-05-02T00:00:00Z");

    nation.ingest(2026, files);

    assertThat(figures("indiv")).isEqualTo("2 1 1 0 1 0 75100");
    assertThat(totalsOfBook()).isEqualTo(totalsOfRows("indiv-2026"));
    assertThat(nation.file("indiv-2026", "SELECT sub_id, amount_cents, first_run, ended_run, fate FROM history "
        + "ORDER BY sub_id")).containsExactly(FIRST + " 70000 1 2 changed", SECOND + " 2000 1 2 retired");
    assertThat(nation.file("indiv-2026", "SELECT sub_id, amount_cents, first_run FROM indiv ORDER BY sub_id"))
        .containsExactly(FIRST + " 75000 2", "4010120250000000003 100 2");
  }

  @Test
  void nothing_is_retired_from_a_file_that_was_cut_short() {
    var lines = IntStream.range(0, 13)
        .mapToObj(i -> Lines.gift(FIRST.substring(0, 17) + (10 + i), "C97000001", "15",
            "5"))
        .toArray(String[]::new);
    Lines.write(files, "itcont.txt", lines);
    nation.ingest(2026, files);
    Lines.age(Lines.write(files, "itcont.txt", lines[0], lines[1]), "2026-05-02T00:00:00Z");

    assertThatThrownBy(() -> nation.ingest(2026, files)).isInstanceOf(ClerkException.ValidationFailed.class)
        .hasMessageContaining("2 lines")
        .hasMessageContaining("13");
    assertThat(nation.file("indiv-2026", "SELECT count(*) FROM indiv")).containsExactly("13");
    assertThat(nation.bronze("SELECT status FROM ingests ORDER BY ingest_id")).containsExactly("complete", "refused");
  }

  @Test
  void faulty_lines_go_to_quarantine_as_they_are_and_the_rest_is_taken_in() {
    var many = Lines.gift(FIRST, "C97000001", "15", "10").replace("1900001||", "1900001||a|b");
    Lines.write(files, "itcont.txt", Lines.gift(SECOND, "C97000001", "15", "10"), many, "C97000001|N|Q1|SHORT",
        Lines.gift("N/A_", "C97000001", "15", "10"), Lines.gift("4010120250000000009", "C97000001", "15", "1,250"));

    nation.ingest(2026, files);

    assertThat(figures("indiv")).isEqualTo("5 1 0 0 0 4 1000");
    assertThat(nation.file("indiv-2026", "SELECT file, line, reason FROM quarantine ORDER BY line")).containsExactly(
        "itcont.txt 2 22 fields instead of 21", "itcont.txt 3 4 fields instead of 21",
        "itcont.txt 4 SUB_ID is \"N/A_\"", "itcont.txt 5 TRANSACTION_AMT is \"1,250\"");
    assertThat(nation.file("indiv-2026", "SELECT raw FROM quarantine WHERE line = 2")).containsExactly(many);
  }

  @Test
  void a_file_with_too_many_faults_is_refused_and_the_old_rows_stay() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "10"));
    nation.ingest(2026, files);
    Lines.age(Lines.write(files, "itcont.txt", Lines.gift(SECOND, "C97000001", "15", "10"), "<html>".repeat(1),
        "\n".repeat(3) + "no bulk file\n".repeat(30)), "2026-05-02T00:00:00Z");

    assertThatThrownBy(() -> nation.ingest(2026, files)).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("faulty");
    assertThat(nation.file("indiv-2026", "SELECT sub_id FROM indiv")).containsExactly(FIRST);
  }

  @Test
  void of_lines_with_the_same_number_the_last_wins_and_both_are_known() {
    var same = Lines.gift(FIRST, "C97000001", "15", "10");
    Lines.write(files, "itcont.txt", same, same, Lines.gift(SECOND, "C97000001", "15", "10"), Lines.gift(SECOND,
        "C97000001", "15", "11"));

    nation.ingest(2026, files);

    assertThat(nation.bronze("SELECT read, new, duplicates, rejected FROM ingests")).containsExactly("4 2 2 0");
    assertThat(nation.file("indiv-2026", "SELECT sub_id, amount_cents FROM indiv")).containsExactly(FIRST + " 1000",
        SECOND + " 1100");
    assertThat(totalsOfBook()).isEqualTo(totalsOfRows("indiv-2026"));
    assertThat(nation.file("indiv-2026", "SELECT line, reason FROM quarantine")).singleElement()
        .satisfies(text -> assertThat(text).startsWith("3 ").contains("overrules it"));
  }

  @Test
  void bytes_survive_quotes_null_words_both_encodings_and_line_ends() {
    var quoted = Lines.gift(FIRST, "C97000001", "15", "10").replace("SAMPLE, ADA", "\"BUD\" SAMPLE, AL");
    var accent = Lines.gift(SECOND, "C97000001", "15", "10").replace("SAMPLE, ADA", "SAMPL\u00c9, ADA");
    var bytes = quoted + "\n" + Lines.gift("4010120250000000003", "C97000001", "15", "10") + "\r\n";
    Lines.write(files, "itcont.txt", StandardCharsets.UTF_8, bytes + accent.replace(SECOND, "4010120250000000004")
        + "\n");
    nation.ingest(2026, files);
    Lines.write(directory.resolve("old"), "itcont.txt", Charset.forName("windows-1252"), accent + "\n");
    nation.ingest(2024, directory.resolve("old"));

    assertThat(nation.file("indiv-2026", "SELECT name, employer, occupation FROM indiv ORDER BY sub_id"))
        .containsExactly("\"BUD\" SAMPLE, AL N/A NULL", "SAMPLE, ADA N/A NULL", "SAMPL\u00c9, ADA N/A NULL");
    assertThat(nation.file("indiv-2024", "SELECT name FROM indiv")).containsExactly("SAMPL\u00c9, ADA");
    assertThat(nation.file("indiv-2024", "SELECT hex(raw) FROM indiv")).singleElement()
        .satisfies(hex -> assertThat(hex).contains("53414D504CC92C"));
    assertThat(nation.file("indiv-2026", "SELECT sub_id FROM indiv WHERE raw IS NOT NULL")).containsExactly(
        "4010120250000000003");
  }

  @Test
  void a_date_that_names_no_day_is_no_day_and_never_another_one() {
    var dates = new String[]{"02302025", "", "3312025", "01021015", "12312062", "ABCDEFGH"};
    Lines.write(files, "itcont.txt", IntStream.range(0, dates.length)
        .mapToObj(i -> Lines.gift("401012025000000000" + i, "C97000001", "15", "10").replace("01152025", dates[i]))
        .toArray(String[]::new));

    nation.ingest(2026, files);

    assertThat(nation.file("indiv-2026", "SELECT transaction_dt, day FROM indiv ORDER BY sub_id")).containsExactly(
        "02302025 null", "null null", "3312025 2025-03-31", "01021015 1015-01-02", "12312062 2062-12-31",
        "ABCDEFGH null");
  }

  @Test
  void of_a_zip_only_the_one_text_with_all_rows_is_read() {
    var row = Lines.gift(FIRST, "C97000001", "15", "10") + "\n";
    Lines.zip(files, "indiv26.zip", "by_date/itcont_2026_20250101_20250131.txt", row, "itcont.txt", row + Lines.gift(
        SECOND, "C97000001", "15", "10") + "\n", "by_date/itcont_2026_invalid_dates.txt", row);

    nation.ingest(2026, files);

    assertThat(nation.bronze("SELECT origin, read, new FROM ingests")).containsExactly("indiv26.zip!itcont.txt 2 2");
  }

  @Test
  void a_damaged_zip_is_never_taken_in() throws IOException {
    var zip = Lines.zip(files, "indiv26.zip", "itcont.txt", (Lines.gift(FIRST, "C97000001", "15", "10") + "\n").repeat(
        500));
    var bytes = Files.readAllBytes(zip);
    bytes[60] ^= 1;
    Files.write(zip, bytes);

    assertThatThrownBy(() -> nation.ingest(2026, files)).isInstanceOf(ClerkException.BadSourceData.class);
    assertThat(nation.work().resolve("bronze")).satisfiesAnyOf(path -> assertThat(path).doesNotExist(),
        path -> assertThat(path).isEmptyDirectory());
  }

  @Test
  void what_happened_is_logged_under_the_day_that_it_is_for_the_data() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "1"));

    nation.setting("fec.now", "2025-02-03").ingest(2026, files);

    assertThat(nation.work().resolve("../../../logs/ingest/2025-02-03.json")).content()
        .contains("\"event\":\"start\"", "\"event\":\"end\"", "\"new\":1");
  }

  @Test
  void every_kind_has_its_columns_and_its_key() {
    Lines.write(files, "cm.txt", "C97000001|SAMPLE PAC|T|1 ST||TESTVILLE|CA|02139|U|Q||Q|C|NONE|");
    Lines.write(files, "cn.txt", "H6CA12001|SAMPLE, ANN|DEM|2026|CA|H|12|I|C|C97000001|9 ST||TESTVILLE|CA|94612");
    Lines.write(files, "ccl.txt", "H6CA12001|2026|2026|C97000001|H|P|220000");
    Lines.write(files, "webk26.txt", "C97000001|SAMPLE PAC|Q|U|Q|12.34" + "|0".repeat(20) + "|12/31/2025");
    Lines.write(files, "oppexp.txt", "C97000001|N|2025|Q2|202504159000000001|21B|F3X|SB|TEST CO|TESTVILLE|CA|90001|"
        + "02/28/2025|12.34|P2026|RENT|001|Rent |||ORG|" + FIRST + "|1300000|SB17.1||");

    nation.ingest(2026, files);

    assertThat(nation.bronze("SELECT kind, new, rejected, cents FROM ingests ORDER BY kind")).containsExactly(
        "ccl 1 0 0", "cm 1 0 0", "cn 1 0 0", "oppexp 1 0 1234", "webk 1 0 1234");
    assertThat(nation.file("oppexp-2026", "SELECT sub_id, day, raw FROM oppexp")).containsExactly(FIRST
        + " 2025-02-28 null");
  }

  @Test
  void independent_expenditures_are_a_csv_whose_rows_are_their_own_keys() {
    var header = "cand_id,cand_name,spe_id,spe_nam,ele_type,can_office_state,can_office_dis,can_office,cand_pty_aff,"
        + "exp_amo,exp_date,agg_amo,sup_opp,pur,pay,file_num,amndt_ind,tran_id,image_num,receipt_dat,fec_election_yr,"
        + "prev_file_num,dissem_dt";
    var row = "H6CA12001,\"SAMPLE, ANN\",C97000001,SAMPLE PAC,G2026,CA,12,H,DEM,12.50,31-MAR-26,100,S,ADS,\"TEST, INC\","
        + "1,N,T1,2026,01-APR-26,2026,,";
    Lines.write(files, "independent_expenditure_2026.csv", header, row, row, row.replace("12.50", "7"));

    nation.ingest(2026, files);
    nation.ingest(2026, files);

    assertThat(nation.bronze("SELECT kind, read, new, duplicates, cents, status FROM ingests ORDER BY ingest_id"))
        .containsExactly("independent_expenditure 3 2 1 1950 complete", "independent_expenditure 3 0 1 1950 unchanged");
    assertThat(nation.file("independent_expenditure-2026",
        "SELECT cand_name, pay, day FROM independent_expenditure LIMIT 1")).containsExactly(
            "SAMPLE, ANN TEST, INC 2026-03-31");
  }

  @Test
  void a_cycle_that_cannot_be_is_refused_with_the_one_that_was_meant() {
    assertThatThrownBy(() -> nation.run("bulk-ingest", Map.of("cycle", "2025"))).isInstanceOf(
        ClerkException.BadConfiguration.class).hasMessageContaining("Did you mean 2026?");
  }

  @Test
  void a_directory_that_is_not_there_is_told_as_such() {
    assertThatThrownBy(() -> nation.ingest(2026, directory.resolve("nowhere"))).isInstanceOf(
        ClerkException.BadConfiguration.class).hasMessageContaining("there is no directory");
  }

  private String figures(String kind) {
    return nation.bronze("SELECT read, new, changed, unchanged, retired, rejected, cents FROM ingests WHERE kind = '"
        + kind + "' ORDER BY ingest_id DESC LIMIT 1").getFirst();
  }

  /// Cents and checksum as the ingest added them up while it read.
  private String totalsOfBook() {
    return nation.bronze("SELECT cents, checksum FROM ingests WHERE kind = 'indiv' ORDER BY ingest_id DESC LIMIT 1")
        .getFirst();
  }

  /// The same, of the rows that are there.
  private String totalsOfRows(String file) {
    return nation.file(file, "SELECT sum(amount_cents), printf('%016x%016x', sum(row_hash & 0xffffffff), "
        + "sum(row_hash >> 32 & 0xffffffff)) FROM indiv").getFirst();
  }
}
