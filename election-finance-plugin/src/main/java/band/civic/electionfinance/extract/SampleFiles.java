package band.civic.electionfinance.extract;

import band.civic.clerk.testkit.netfile.FakeNetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The sample that the plugin ships: files as NetFile names them, in the jar or in the directory of its classes.
final class SampleFiles {
  private static final String FOLDER = "band/civic/electionfinance/sample";
  private static final Pattern WORKBOOK = Pattern.compile("efile_(?:newest_)?([A-Za-z]+)_(\\d{4})\\.(?:xlsx|zip)");

  private SampleFiles() {}

  /// Puts them into the server, which then answers for any agency.
  static void offer(FakeNetFile netFile) {
    var home = home();
    try {
      if (Files.isDirectory(home)) {
        offer(netFile, home.resolve(FOLDER));
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          offer(netFile, jar.getPath(FOLDER));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample in " + home, e);
    }
  }

  private static void offer(FakeNetFile netFile, Path folder) throws IOException {
    for (var file : list(folder)) {
      var workbook = WORKBOOK.matcher(file.getFileName().toString());
      if (workbook.matches()) {
        netFile.workbook(workbook.group(1), Integer.parseInt(workbook.group(2)), Files.readAllBytes(file));
        netFile.answerAs(workbook.group(1));
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("the plugin's sample is not in " + folder);
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path home() {
    try {
      return Path.of(SampleFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("where the plugin's classes come from is no path", e);
    }
  }
}
