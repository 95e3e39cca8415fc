package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.FecSite;
import band.civic.fec.Lines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release may hold that the ones we saw do not.
class UnseenMonthTest {
  private static final String FIRST = "4010120250000000001";
  private static final String SECOND = "4010120250000000002";
  private static final String THIRD = "4010120250000000003";
  private static final String COMMITTEE = "C97000001|SAMPLE PAC|T|1 ST||TESTVILLE|CA|90001|U|Q||Q|C|NONE|";

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
  void an_amount_that_is_not_there_is_a_row_without_one_unless_amounts_of_the_file_are_garbled() {
    var empty = Lines.gift(FIRST, "C97000001", "15", "");
    var whole = Lines.gift(SECOND, "C97000001", "15", "1");
    Lines.write(files, "itcont.txt", empty, whole, "C97000001|N|SHORT");
    nation.ingest(2026, files);
    assertThat(figures("indiv")).isEqualTo("3 2 0 0 0 1 100");

    rewrite(empty, whole, empty.replace(FIRST, "4010120250000000003"));
    nation.ingest(2026, files);
    assertThat(figures("indiv")).isEqualTo("3 1 0 2 0 0 100");

    rewrite(empty, whole, Lines.gift("4010120250000000004", "C97000001", "15", "1,250"));
    nation.ingest(2026, files);
    assertThat(nation.file("indiv-2026", "SELECT sub_id, amount_cents FROM indiv ORDER BY 1")).containsExactly(FIRST
        + " null", SECOND + " 100");
  }

  @Test
  void an_amount_that_is_not_there_is_damage_where_others_are_damaged() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", ""), Lines.gift(SECOND, "C97000001", "15",
        "$100"), Lines.gift("4010120250000000003", "C97000001", "15", "1"));

    nation.ingest(2026, files);

    assertThat(nation.file("indiv-2026", "SELECT reason FROM quarantine ORDER BY line")).containsExactly(
        "empty TRANSACTION_AMT", "TRANSACTION_AMT is \"$100\"");
  }

  @Test
  void a_person_may_say_what_an_amount_that_is_not_there_is() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", ""), Lines.gift(SECOND, "C97000001", "15",
        "$1"), Lines.gift("4010120250000000003", "C97000001", "15", "1"));

    nation.ingest(2024, files);
    nation.setting("fec.empty-amount", "keep").ingest(2026, files);

    assertThat(nation.bronze("SELECT new, rejected FROM ingests ORDER BY ingest_id")).containsExactly("1 2", "2 1");
  }

  @Test
  void a_mark_before_the_text_is_no_part_of_the_first_field_and_the_line_stays_as_it_was() {
    Lines.write(files, "itcont.txt", "\uFEFF" + Lines.gift(FIRST, "C97000001", "15", "1"));
    Lines.write(files, "cm.txt", "\uFEFF" + COMMITTEE);

    nation.ingest(2026, files);

    assertThat(nation.file("indiv-2026", "SELECT cmte_id, hex(substr(raw, 1, 3)) FROM indiv")).containsExactly(
        "C97000001 EFBBBF");
    assertThat(nation.file("cm-2026", "SELECT cmte_id FROM cm")).containsExactly("C97000001");
  }

  @Test
  void a_line_with_the_names_of_the_columns_is_put_aside() {
    Lines.write(files, "cm.txt", "CMTE_ID|CMTE_NM|TRES_NM|CMTE_ST1|CMTE_ST2|CMTE_CITY|CMTE_ST|CMTE_ZIP|CMTE_DSGN|"
        + "CMTE_TP|CMTE_PTY_AFFILIATION|CMTE_FILING_FREQ|ORG_TP|CONNECTED_ORG_NM|CAND_ID", COMMITTEE);

    nation.ingest(2026, files);

    assertThat(nation.file("cm-2026", "SELECT line, reason FROM quarantine")).containsExactly(
        "1 CMTE_ID is \"CMTE_ID\"");
    assertThat(nation.file("cm-2026", "SELECT count(*) FROM cm")).containsExactly("1");
  }

  @Test
  void names_of_files_may_be_in_capitals_end_in_dat_or_repeat_the_archive_in_a_folder() {
    Lines.zip(files, "INDIV26.ZIP", "by_date/itcont_2026_10151005_20260301.txt", "x", "bulk/indiv26.txt", Lines.gift(
        FIRST, "C97000001", "15", "1"));
    Lines.write(files, "CM.DAT", COMMITTEE);

    nation.ingest(2026, files);

    assertThat(nation.bronze("SELECT origin, new FROM ingests ORDER BY ingest_id")).containsExactly(
        "INDIV26.ZIP!bulk/indiv26.txt 1", "CM.DAT 1");
  }

  @Test
  void of_several_files_of_a_kind_the_outermost_is_read_and_one_with_another_name_is_not() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "1"));
    Lines.write(files.resolve("older"), "itcont.txt", Lines.gift(SECOND, "C97000001", "15", "1"));
    Lines.write(files, "itcont_2026_20260301.txt", Lines.gift(THIRD, "C97000001", "15", "1"));

    nation.ingest(2026, files);

    assertThat(nation.file("indiv-2026", "SELECT sub_id FROM indiv")).containsExactly(FIRST);
  }

  @Test
  void blanks_and_small_letters_around_what_is_meant_do_not_change_it() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15e", "1")
        .replace("|01152025|", "| 01022025 |")
        .replace("|02139|", "| 02139|"), Lines.memo(Lines.gift(SECOND, "C97000001", "15", "2")).replace("|X|", "|x|"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT counts_as, contributed_on, zip5, memo FROM contributions ORDER BY sub_id"))
        .containsExactly("individual 2025-01-02 02139 0", "memo 2025-01-15 02139 1");
  }

  @Test
  void where_the_number_of_a_row_tells_no_load_date_what_is_later_than_today_is_in_the_future() {
    Lines.write(files, "itcont.txt", Lines.gift("4000000000000000001", "C97000001", "15", "1"), Lines.gift(
        "4000000000000000002", "C97000001", "15", "1").replace("|01152025|", "|12312062|"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT contributed_on, date_flag, loaded_on FROM contributions ORDER BY sub_id"))
        .containsExactly("2025-01-15 null null", "2062-12-31 future null");
  }

  @Test
  void a_candidate_that_only_the_summaries_of_the_current_campaign_have_is_there() {
    var summary = "H6CA12001|SAMPLE, ANN|I|1|DEM|100.55" + "|0".repeat(21) + "|12/31/2025|0|0";
    Lines.write(files, "weball26.txt", summary);
    Lines.write(files, "webl26.txt", summary.replace("100.55", "1"), summary.replace("H6CA12001", "H6CA12002"));
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "1"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT candidate_id, receipts_cents FROM candidate_summaries")).containsExactly(
        "H6CA12001 10055", "H6CA12002 10055");
    assertThat(nation.published("SELECT kind FROM sources ORDER BY 1")).contains("webl");
  }

  @Test
  void a_candidates_summary_is_put_beside_what_the_authorised_committees_itemised() {
    var summary = "H6CA12001|SAMPLE, ANN|I|1|DEM|500" + "|0".repeat(11) + "|110.50" + "|0".repeat(9)
        + "|12/31/2025|0|0";
    Lines.write(files, "weball26.txt", summary, summary.replace("H6CA12001", "H6CA12002").replace("110.50", "9"));
    Lines.write(files, "cm.txt", COMMITTEE.replace("|U|Q|", "|P|H|") + "H6CA12001", COMMITTEE.replace("1|S", "2|S")
        .replace("|U|Q|", "|A|H|") + "H6CA12002");
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "110"), Lines.gift(SECOND, "C97000002", "15",
        "10"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT candidate_id, measure, rows, ours_cents, official_cents, result "
        + "FROM candidate_checks ORDER BY 1")).containsExactly("H6CA12001 individual 1 11000 11050 equal",
            "H6CA12002 individual 1 1000 900 above");
  }

  @Test
  void bytes_that_are_no_text_are_kept() {
    Lines.write(files, "itcont.txt", StandardCharsets.ISO_8859_1, Lines.gift(FIRST, "C97000001", "15", "1")
        .replace("SAMPLE, ADA", "SAM\tPLE\0, \u00C9VA") + "\n");

    nation.ingest(2026, files);

    assertThat(nation.file("indiv-2026", "SELECT hex(name) FROM indiv")).containsExactly(
        "53414D09504C45002C20C3895641");
  }

  /// The next release.
  private void rewrite(String... lines) {
    var day = nation.bronze("SELECT date('2026-05-01', '+' || count(*) || ' days') FROM ingests").getFirst();
    Lines.age(Lines.write(files, "itcont.txt", lines), day + "T00:00:00Z");
  }

  private String figures(String kind) {
    return nation.bronze("SELECT read, new, changed, unchanged, retired, rejected, cents FROM ingests WHERE kind = '"
        + kind + "' ORDER BY ingest_id DESC LIMIT 1").getFirst();
  }
}
