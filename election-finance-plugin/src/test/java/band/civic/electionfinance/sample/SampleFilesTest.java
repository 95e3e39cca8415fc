package band.civic.electionfinance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.netfile.format.RawFile;
import band.civic.electionfinance.netfile.format.RawKind;
import band.civic.electionfinance.netfile.format.WireRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
  private static final List<Integer> YEARS = List.of(2023, 2024);

  @Test
  void the_committed_files_are_what_the_generator_makes() throws IOException {
    for (var made : SampleFiles.make().entrySet()) {
      var committed = SampleFiles.COMMITTED.resolve(made.getKey());
      assertThat(committed).as("run SampleFiles to make it").exists();
      assertThat(content(new ByteArrayInputStream(Files.readAllBytes(committed)))).as(made.getKey())
          .isEqualTo(content(new ByteArrayInputStream(made.getValue())));
    }
  }

  @Test
  void every_schedule_has_rows() {
    var forms = rows().stream()
        .filter(row -> !row.header().sheet().equals("Summary"))
        .map(row -> row.cell("Form_Type"))
        .collect(Collectors.toSet());

    assertThat(forms).containsExactlyInAnyOrder("A", "B1", "B2", "C", "D", "E", "F", "G", "H", "I", "F461P5", "F465P3",
        "F496", "F496P3", "F497P1", "F497P2");
    assertThat(rows()).filteredOn(row -> !row.header().sheet().equals("Summary")).hasSizeBetween(300, 600);
  }

  @Test
  void the_summaries_keep_the_identities_of_form_460() {
    assertThat(summaries()).hasSizeGreaterThan(25).allSatisfy((report, lines) -> {
      assertThat(sum(lines, "F460 1", "F460 2")).isEqualByComparingTo(sum(lines, "F460 3"));
      assertThat(sum(lines, "F460 3", "F460 4")).isEqualByComparingTo(sum(lines, "F460 5"));
      assertThat(sum(lines, "F460 6", "F460 7")).isEqualByComparingTo(sum(lines, "F460 8"));
      assertThat(sum(lines, "F460 8", "F460 9", "F460 10")).isEqualByComparingTo(sum(lines, "F460 11"));
      assertThat(sum(lines, "F460 12", "F460 13", "F460 14"))
          .isEqualByComparingTo(sum(lines, "F460 15", "F460 16"));
      assertThat(sum(lines, "A 1", "A 2", "C 1", "C 2", "F460 2")).isEqualByComparingTo(sum(lines, "F460 5"));
      assertThat(sum(lines, "F460 16")).isNotNegative();
    });
  }

  private static BigDecimal sum(Map<String, BigDecimal> lines, String... keys) {
    assertThat(lines).containsKeys(keys);
    return Stream.of(keys)
        .map(key -> lines.getOrDefault(key, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// By filing, the lines of its Form 460 with their schedules.
  private static Map<String, Map<String, BigDecimal>> summaries() {
    Map<String, Map<String, BigDecimal>> reports = new TreeMap<>();
    rows().stream()
        .filter(row -> row.header().sheet().equals("Summary") && !row.cell("Form_Type").equals("F461"))
        .forEach(row -> reports
            .computeIfAbsent(String.join(" ", row.cell("Filer_NamL"), row.cell("From_Date"), row.cell("Thru_Date"),
                row.cell("Report_Num")), key -> new HashMap<>())
            .put(row.cell("Form_Type") + " " + row.cell("Line_Item"), new BigDecimal(row.cell("Amount_A"))));
    return reports;
  }

  private static List<WireRow> rows() {
    List<WireRow> all = new ArrayList<>();
    for (var year : YEARS) {
      var file = SampleFiles.COMMITTED.resolve("COA/efile_newest_COA_" + year + ".zip");
      try (var raw = RawFile.open(file, RawKind.WORKBOOK_ZIP)) {
        raw.rows().forEach(all::add);
        assertThat(raw.faults()).isEmpty();
      }
    }
    return all;
  }

  /// The parts by name, unpacked: how hard they were pressed is no difference.
  private static Map<String, String> content(InputStream in) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    var zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().endsWith(".xlsx")) {
        parts.putAll(content(zip));
      } else {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
