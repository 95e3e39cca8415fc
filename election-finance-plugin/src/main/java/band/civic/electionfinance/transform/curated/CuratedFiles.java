package band.civic.electionfinance.transform.curated;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The curated files of a directory: those whose names end in `elections.csv`, `candidates.csv`, `committees.csv`,
/// `referendums.csv` (or `measures.csv`) and `name_to_number.csv`. All are optional.
public record CuratedFiles(List<CuratedTable.Row> elections, List<CuratedTable.Row> candidates,
    List<CuratedTable.Row> committees, List<CuratedTable.Row> measures, List<CuratedTable.Row> measureNames) {

  /// @throws BadConfiguration when there is no such directory, or none of the files in it
  public static CuratedFiles read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new BadConfiguration(
          "--curated " + directory + " is no directory. Give the one that holds candidates.csv.");
    }
    var files = list(directory);
    var curated = new CuratedFiles(rows(files, "elections.csv"), rows(files, "candidates.csv"),
        rows(files, "committees.csv"), rows(files, "referendums.csv", "measures.csv"),
        rows(files, "name_to_number.csv"));
    if (curated.elections.isEmpty() && curated.candidates.isEmpty() && curated.committees.isEmpty()
        && curated.measures.isEmpty()) {
      throw new BadConfiguration("--curated " + directory + " holds none of elections.csv, candidates.csv, "
          + "committees.csv and referendums.csv with a row in it.");
    }
    return curated;
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted(Comparator.comparing(Path::getFileName)).toList();
    } catch (IOException e) {
      throw new BadConfiguration("--curated " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<CuratedTable.Row> rows(List<Path> files, String... names) {
    return files.stream()
        .filter(file -> Stream.of(names).anyMatch(name -> isNamed(file, name)))
        .flatMap(file -> CuratedTable.read(file).rows().stream())
        .toList();
  }

  private static boolean isNamed(Path file, String name) {
    var fileName = file.getFileName().toString();
    return fileName.equals(name) || fileName.endsWith("_" + name);
  }
}
