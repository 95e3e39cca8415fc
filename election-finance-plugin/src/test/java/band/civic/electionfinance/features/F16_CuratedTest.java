package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.electionfinance.transform.curated.CuratedFiles;
import band.civic.electionfinance.transform.curated.CuratedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: hand-kept CSV files in Open Disclosure's columns say who stands for what (netfile 4.1 step 7).
class F16_CuratedTest {
  private static final String CANDIDATES = """
      election_name,Candidate,FPPC,Committee_Name,Aliases,Office,Incumbent,Accepted_expenditure_ceiling,Start_Date,End_Date,is_winner
      alameda-2018,Ada Sample,1999999,Friends of Nobody,"Sample Ada, Ada B. Sample",City Council,TRUE,f,2017-01-01,12/31/2018,
      """;
  private static final String COMMITTEES = """
      Filer_ID,Filer_NamL,_Status,_Committee_Type,Ballot_Measure,Ballot_Measure_Election,Support_Or_Oppose
      1888888,Yes on X,,BMC,X,alameda-2018,S
      1777777,No business here,,RCP,,,
      """;

  @TempDir
  Path directory;

  @Test
  void candidates_committees_and_measures_are_read() throws Exception {
    Files.writeString(directory.resolve("elections.csv"), """
        name,location,date,title,Start_Date,End_Date
        alameda-2018,Alameda,2018-11-06,General,2017-01-01,2018-12-31
        """);
    Files.writeString(directory.resolve("candidates.csv"), CANDIDATES);
    Files.writeString(directory.resolve("committees.csv"), COMMITTEES);
    Files.writeString(directory.resolve("referendums.csv"), """
        election_name,Measure_number,Short_Title
        alameda-2018,X,Example Act
        """);
    Files.writeString(directory.resolve("name_to_number.csv"), """
        election_name,Measure_Number,Measure_Name
        alameda-2018,X,"The ""Example"" Act of 2018"
        """);

    try (var silver = curated()) {
      assertThat(silver.rows("SELECT name, location, election_date, starts_on, ends_on FROM elections"))
          .isEqualTo("alameda-2018 | Alameda | 2018-11-06 | 2017-01-01 | 2018-12-31\n");
      assertThat(silver.rows("SELECT name, office, aliases, fppc_id, committee_name, is_incumbent, is_winner, "
          + "accepted_ceiling FROM candidates"))
          .isEqualTo("Ada Sample | City Council | [\"Ada B. Sample\",\"Sample Ada\"] "
              + "| 1999999 | Friends of Nobody | 1 | - | 0\n");
      assertThat(silver.rows("SELECT measure_num, title, names ->> 0 FROM measures"))
          .isEqualTo("X | Example Act | The \"Example\" Act of 2018\n");
      assertThat(silver.rows("SELECT fppc_id, filer_key, candidate_id, measure_id, sup_opp, starts_on, ends_on "
          + "FROM committee_roles")).isEqualTo("""
          1999999 | 1999999 | 1 | - | - | 2017-01-01 | 2018-12-31
          1888888 | - | - | 1 | S | - | -
          """);
    }
  }

  @Test
  void what_is_named_but_not_described_is_made_and_told() throws Exception {
    Files.writeString(directory.resolve("alameda_committees.csv"), COMMITTEES);

    try (var silver = curated()) {
      assertThat(silver.rows("SELECT name, location FROM elections")).isEqualTo("alameda-2018 | Alameda\n");
      assertThat(silver.rows("SELECT measure_num, title FROM measures")).isEqualTo("X | Measure X\n");
      assertThat(silver.rows("SELECT detail FROM data_issues WHERE code = 'curated_incomplete'"))
          .isEqualTo("election alameda-2018\nmeasure X of alameda-2018\n");
    }
  }

  @Test
  void a_directory_without_curated_files_is_refused() {
    assertThatThrownBy(() -> CuratedFiles.read(directory)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("candidates.csv");
    assertThatThrownBy(() -> CuratedFiles.read(directory.resolve("none"))).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("is no directory");
  }

  private SilverRun.Result curated() throws Exception {
    var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-01-01 | 2018-06-30 | a | 2018-02-03 | 100
        """).run();
    new CuratedRows(silver.connection(), CuratedFiles.read(directory), "Alameda").write();
    return silver;
  }
}
