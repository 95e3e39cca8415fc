package band.civic.electionfinance.sample;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Writes the sample municipality's files: `java … SampleFiles src/main/resources/band/civic/electionfinance/sample`.
/// What is committed there is what this makes; see [SampleFilesTest].
final class SampleFiles {
  static final Path COMMITTED = Path.of("src/main/resources/band/civic/electionfinance/sample");

  private SampleFiles() {}

  static void main(String[] args) throws IOException {
    for (var file : make().entrySet()) {
      var target = Path.of(args[0]).resolve(file.getKey());
      Files.createDirectories(target.resolveSibling(""));
      Files.write(target, file.getValue());
    }
  }

  /// The files' bytes by their path below the sample's folder.
  static Map<String, byte[]> make() {
    var in2023 = new WorkbookWriter();
    var in2024 = new WorkbookWriter();
    new SampleCandidate(in2023, in2024).write();
    new SampleMeasure(in2023, in2024).write();
    new SampleSpenders(in2023, in2024).write();
    new SamplePending(in2023, in2024).write();
    Map<String, byte[]> files = new TreeMap<>();
    files.put("COA/efile_newest_COA_2023.zip", in2023.toZip("efile_newest_COA_2023.xlsx"));
    files.put("COA/efile_newest_COA_2024.zip", in2024.sparse().toZip("efile_newest_COA_2024.xlsx"));
    return files;
  }
}
