package band.civic.electionfinance;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.clerk.testkit.task.TestPluginContext;
import band.civic.clerk.testkit.task.TestSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FinanceCommandsTest {
  private static final String REVIEWED = """
      source: netfile
      listed: "2026-03-20"
      agencies:
      - id: 12
        shortcut: COA
        name: "Alameda, County of"
        kind: county
        mappings:
        - {subdomain: alameda.ca, scope: county, enabled: true, review: needed}
      - id: 115
        shortcut: CAL
        name: "Calistoga, City of"
        kind: city
      - id: 0
        shortcut: ANA
        name: "Anaheim, City of"
        kind: city
      """;

  @TempDir
  Path directory;
  private final FakeNetFile netFile = FakeNetFile.start();

  @BeforeEach
  void review() throws IOException {
    var file = directory.resolve("agencies/netfile.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, REVIEWED);
  }

  @AfterEach
  void stop() {
    netFile.close();
  }

  @Test
  void lists_the_agencies_of_today_and_keeps_the_answer_when_asked() throws IOException {
    netFile.agency(0, "ANA", "Anaheim, City of");
    var file = directory.resolve("list.json");
    assertThat(clerk("agencies", "--save", file.toString())).containsPattern("0 +ANA +Anaheim, City of");
    assertThat(Files.readString(file)).contains("\"shortcut\":\"ANA\"");
  }

  @Test
  void tells_what_is_new_renamed_and_gone_by_id_and_shortcut_together() {
    netFile.agency(0, "ANA", "City of Anaheim")
        .agency(12, "COA", "Alameda, County of")
        .agency(367, "CAL", "Calistoga, City of")
        .agency(700, "ALA", "Alameda, City of");
    assertThat(clerk("agencies", "--diff").lines()).satisfiesExactly(
        line -> assertThat(line).matches("new +367 +CAL .*"), line -> assertThat(line).matches("new +700 +ALA .*"),
        line -> assertThat(line).matches("renamed +0 +ANA +City of Anaheim"), line -> assertThat(line).matches(
            "gone +115 +CAL .*"),
        line -> assertThat(line).isEqualTo("review   alameda.ca: 700 ALA Alameda, City of"),
        line -> assertThat(line).startsWith("4 differences."));
  }

  private String clerk(String... arguments) {
    var out = new StringWriter();
    var command = new CommandLine(new FinanceCommands(new Host(directory, new TestSettings(netFile.settings()))));
    assertThat(command.setOut(new PrintWriter(out)).execute(arguments)).isZero();
    return out.toString();
  }

  private record Host(Path place, TestSettings settings) implements TestPluginContext {
    @Override
    public Path siteConfigDirectory() {
      return place;
    }
  }
}
