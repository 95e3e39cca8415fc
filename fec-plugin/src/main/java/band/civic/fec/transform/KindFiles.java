package band.civic.fec.transform;

import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bulkfile.FileKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The bulk files in bronze.
///
/// @param layout where it lies
record KindFiles(BronzeLayout layout) {
  private static final Pattern NAME = Pattern.compile("[a-z_0-9]+?-(\\d{4})\\.db");

  /// The cycles that there is any file of.
  List<Integer> cycles() {
    if (!Files.isDirectory(layout.files())) {
      return List.of();
    }
    var cycles = new TreeSet<Integer>();
    try (var files = Files.list(layout.files())) {
      files.forEach(file -> {
        var name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          cycles.add(Integer.parseInt(name.group(1)));
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(cycles);
  }

  boolean has(FileKind kind, int cycle) {
    return Files.exists(file(kind, cycle));
  }

  Path file(FileKind kind, int cycle) {
    return layout.file(kind, cycle);
  }
}
