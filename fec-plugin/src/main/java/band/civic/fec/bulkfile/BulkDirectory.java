package band.civic.fec.bulkfile;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Finds bulk files in a directory, by their names: `indiv20.zip`, `itcont.txt`, `indiv20/itcont.txt`, `cm.txt`,
/// `webk20.txt`, `independent_expenditure_2020.csv`. The FEC's archive of contributions repeats its rows in `by_date/`;
/// that is never read.
public final class BulkDirectory {
  private static final String BY_DATE = "by_date";
  private static final int DEPTH = 3;
  private static final Pattern NAME = Pattern.compile(
      "(indiv|itcont|pas2|itpas2|oth|itoth|oppexp|cm|cn|ccl|webk|weball|webl)(\\d{2})?\\.(zip|txt)");
  private static final Pattern CSV = Pattern.compile("independent_expenditure(?:_(\\d{4}))?\\.csv");

  private final int cycle;

  private BulkDirectory(int cycle) {
    this.cycle = cycle;
  }

  /// The bulk files of a cycle in a directory, one for each kind, in the order of the kinds. Of a zip and its unpacked
  /// text the zip is taken, which can be checked for completeness.
  ///
  /// @throws ClerkException.BadConfiguration when it is no directory or holds no bulk file of the cycle
  /// @throws ClerkException.BadSourceData when a zip is damaged
  public static List<FoundFile> list(Path directory, int cycle) {
    return new BulkDirectory(cycle).list(directory);
  }

  private List<FoundFile> list(Path directory) {
    var found = new ArrayList<FoundFile>();
    try (var files = Files.walk(directory, DEPTH)) {
      files.filter(Files::isRegularFile)
          .filter(file -> !directory.relativize(file).toString().contains(BY_DATE))
          .sorted()
          .forEach(file -> find(file).ifPresent(found::add));
    } catch (IOException e) {
      throw new ClerkException.BadConfiguration(
          "--from: cannot read " + directory + " (" + e + "). Name a directory with bulk files.", e);
    }
    if (found.isEmpty()) {
      throw new ClerkException.BadConfiguration(
          "--from: %s holds no bulk file of cycle %d, such as %s or itcont.txt. Name another directory or --cycle."
              .formatted(directory, cycle, FileKind.INDIV.archive(cycle)));
    }
    return onePerKind(found);
  }

  private static List<FoundFile> onePerKind(List<FoundFile> found) {
    var order = Comparator.comparingInt((FoundFile file) -> file.member().isPresent() ? 0 : 1)
        .thenComparingInt(file -> file.file().getNameCount());
    return Arrays.stream(FileKind.values())
        .flatMap(kind -> found.stream().filter(file -> file.kind() == kind).min(order).stream())
        .toList();
  }

  private Optional<FoundFile> find(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    var csv = CSV.matcher(name);
    if (csv.matches()) {
      var year = number(csv.group(1));
      return year.isEmpty() || year.getAsInt() == cycle
          ? Optional.of(new FoundFile(FileKind.INDEPENDENT_EXPENDITURE, file, Optional.empty()))
          : Optional.empty();
    }
    var match = NAME.matcher(name);
    if (!match.matches() || !isOfCycle(number(match.group(2)))) {
      return Optional.empty();
    }
    var kind = kind(match.group(1));
    return Optional.of(match.group(3).equals("zip")
        ? new FoundFile(kind, file, Optional.of(member(file, kind)))
        : new FoundFile(kind, file, Optional.empty()));
  }

  private boolean isOfCycle(OptionalInt year) {
    return year.isEmpty() || year.getAsInt() == cycle % 100;
  }

  private static FileKind kind(String word) {
    return FileKind.find(word)
        .or(() -> Arrays.stream(FileKind.values())
            .filter(kind -> kind.member().equals(word + ".txt"))
            .findFirst())
        .orElseThrow();
  }

  /// The name of the one text of the zip that holds every row.
  private static String member(Path file, FileKind kind) {
    var stem = kind.member().replace(".txt", "");
    var wanted = Pattern.compile("(?:.*/)?" + stem + "(\\d{2})?\\.txt", Pattern.CASE_INSENSITIVE);
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> !name.contains(BY_DATE) && wanted.matcher(name).matches())
          .findFirst()
          .orElseThrow(() -> new ClerkException.BadSourceData(
              file + " has no " + kind.member() + ". Remove it and download it again."));
    } catch (IOException e) {
      throw new ClerkException.BadSourceData(
          file + " is no whole zip file (" + e.getMessage() + "). Remove it and download it again.", e);
    }
  }

  private static OptionalInt number(@Nullable String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }
}
