package band.civic.electionfinance.netfile.format;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeWorkbookTest {
  private static final int ROWS = 16_000;

  @Test
  void sixteen_thousand_rows_are_read_in_a_small_heap(@TempDir Path directory) throws Exception {
    var file = Files.write(directory.resolve("large.xlsx"), large().toXlsx());

    var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        LargeWorkbookTest.class.getName(), file.toString()).redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(ROWS + "\n");
    assertThat(process.waitFor()).isZero();
  }

  /// Counts the rows of a workbook; run in a process of its own.
  static void main(String[] args) throws IOException {
    try (var rows = RawFile.rows(Path.of(args[0]), RawKind.WORKBOOK_XLSX)) {
      System.out.println(rows.count());
    }
  }

  private static WorkbookWriter large() {
    var workbook = new WorkbookWriter();
    for (var i = 0; i < ROWS; i++) {
      workbook.row("A-Contributions",
          Map.of("Filer_ID", "1300001", "Tran_ID", "T" + i, "Tran_NamL", "Example " + i, "Tran_Date",
              LocalDate.of(2024, 1, 1).plusDays(i % 300), "Tran_Amt1", BigDecimal.valueOf(i, 2)));
    }
    return workbook;
  }
}
