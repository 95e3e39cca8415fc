package band.civic.fec.bronze;

import band.civic.clerk.spi.TaskContext;
import band.civic.fec.bulkfile.FileKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where bronze lies. The nation's site holds it; a state's or city's site reads it from there.
///
/// @param directory the `work` directory of the nation's site
public record BronzeLayout(Path directory) {

  private static final Pattern NAME = Pattern.compile("([a-z_0-9]+)-(\\d{4})\\.db");

  /// The subdomain of the site that holds bronze.
  public static final String NATION = "us";

  /// The bronze that a task of any site reads.
  public static BronzeLayout of(TaskContext context) {
    var own = context.workspace().directory();
    return context.site().subdomain().equals(NATION)
        ? new BronzeLayout(own)
        : ofStorage(own.resolve("../../..").normalize());
  }

  /// The bronze below a storage directory.
  public static BronzeLayout ofStorage(Path storage) {
    return new BronzeLayout(storage.resolve(NATION).resolve("fec").resolve("work"));
  }

  /// Ingests and what OpenFEC said.
  public Path database() {
    return directory.resolve("bronze.db");
  }

  /// The rows of one kind of bulk file in one cycle.
  public Path file(FileKind kind, int cycle) {
    return files().resolve("%s-%d.db".formatted(kind.id(), cycle));
  }

  /// A file of a kind and cycle.
  public record KindOfCycle(FileKind kind, int cycle, Path file) {}

  /// The files that are there, by kind and cycle.
  public List<KindOfCycle> listFiles() {
    if (!Files.isDirectory(files())) {
      return List.of();
    }
    try (var all = Files.list(files())) {
      return all.map(BronzeLayout::kindOfCycle)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(KindOfCycle::kind).thenComparingInt(KindOfCycle::cycle))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<KindOfCycle> kindOfCycle(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? FileKind.find(name.group(1)).map(kind -> new KindOfCycle(kind, Integer.parseInt(name.group(2)), file))
        : Optional.empty();
  }

  /// Where the files of kinds and cycles are.
  public Path files() {
    return directory.resolve("bronze");
  }
}
