package band.civic.fec.bulkfile;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.model.Cycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds bulk files in a directory, by their names: `indiv20.zip`, `itcont.txt`, `indiv20/itcont.txt`, `cm.txt`,
/// `webk20.txt`, `independent_expenditure_2020.csv`. The FEC's archive of contributions repeats its rows in `by_date/`;
/// that is never read. Where a name has no year, that of the innermost directory with one tells it: `indiv20/`, `2020/`.
public final class BulkDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(BulkDirectory.class);
  private static final String BY_DATE = "by_date";
  private static final int DEPTH = 3;
  private static final String WORDS = "(indiv|itcont|pas2|itpas2|oth|itoth|oppexp|cm|cn|ccl|webk|weball|webl)";
  private static final Pattern NAME = Pattern.compile(WORDS + "(\\d{2})?\\.(zip|txt|dat)");
  private static final Pattern NEARLY = Pattern.compile(WORDS + "(?![a-z]).*\\.(zip|txt|dat)");
  private static final Pattern DIRECTORY = Pattern.compile(
      "(?:indiv|pas2|oth|oppexp|cm|cn|ccl|webk|weball|webl)(\\d{2})|(?:19|20)(\\d{2})");
  private static final Pattern CSV = Pattern.compile("independent_expenditure(?:_(\\d{4}))?\\.csv");

  private final Path directory;
  private final int cycle;

  private BulkDirectory(Path directory, int cycle) {
    this.directory = directory.toAbsolutePath().normalize();
    this.cycle = cycle;
  }

  /// The bulk files of a cycle in a directory, one for each kind, in the order of the kinds. Of a zip and its unpacked
  /// text the zip is taken, which can be checked for completeness.
  ///
  /// @throws ClerkException.BadConfiguration when it is no directory or holds no bulk file of the cycle
  /// @throws ClerkException.BadSourceData when a zip is damaged
  public static List<FoundFile> list(Path directory, int cycle) {
    return new BulkDirectory(directory, cycle).list();
  }

  private List<FoundFile> list() {
    var found = new ArrayList<FoundFile>();
    try (var files = Files.walk(directory, DEPTH)) {
      files.filter(Files::isRegularFile)
          .filter(file -> !directory.relativize(file).toString().contains(BY_DATE))
          .sorted()
          .forEach(file -> find(file).ifPresent(found::add));
    } catch (NoSuchFileException e) {
      throw new ClerkException.BadConfiguration(
          "--from: there is no directory " + directory + ". Name the one that holds the bulk files.", e);
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
    var taken = Arrays.stream(FileKind.values())
        .flatMap(kind -> found.stream().filter(file -> file.kind() == kind).min(order).stream())
        .toList();
    found.stream()
        .filter(file -> !taken.contains(file))
        .forEach(file -> LOG.warn("{} was left out: one file of a kind is read, and another {} was found.", file
            .file(), file.kind().id()));
    return taken;
  }

  /// A name that nearly is one of a bulk file is told, or its rows would be missing without a word.
  private static void tell(Path file, String name) {
    if (NEARLY.matcher(name).matches()) {
      LOG.warn(
          "{} was left out: its name is not one of the FEC's, such as itcont.txt or indiv26.zip. Rename it if it is "
              + "a whole file.",
          file);
    }
  }

  private Optional<FoundFile> find(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    var csv = CSV.matcher(name);
    if (csv.matches()) {
      var year = number(csv.group(1));
      return (year.isEmpty() ? isOfCycle(ofDirectory(file)) : year.getAsInt() == cycle)
          ? Optional.of(new FoundFile(FileKind.INDEPENDENT_EXPENDITURE, file, Optional.empty()))
          : Optional.empty();
    }
    var match = NAME.matcher(name);
    if (!match.matches()) {
      tell(file, name);
      return Optional.empty();
    }
    var year = number(match.group(2));
    if (!isOfCycle(year.isEmpty() ? ofDirectory(file) : year)) {
      return Optional.empty();
    }
    var kind = kind(match.group(1));
    return Optional.of(match.group(3).equals("zip")
        ? new FoundFile(kind, file, Optional.of(member(file, kind)))
        : new FoundFile(kind, file, Optional.empty()));
  }

  private boolean isOfCycle(OptionalInt year) {
    return year.isEmpty() || Cycle.of(year.getAsInt()) % 100 == cycle % 100;
  }

  /// The year, of two digits, of the innermost directory that is named after one.
  private OptionalInt ofDirectory(Path file) {
    for (var at = file.getParent(); at != null && at.startsWith(directory); at = at.getParent()) {
      var name = at.getFileName();
      var match = DIRECTORY.matcher(name == null ? "" : name.toString().toLowerCase(Locale.ROOT));
      if (match.matches()) {
        return number(match.group(1) == null ? match.group(2) : match.group(1));
      }
    }
    return OptionalInt.empty();
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
    var wanted = Pattern.compile("(?:.*/)?(" + stem + "|" + kind.id() + ")(\\d{2})?\\.(txt|dat)",
        Pattern.CASE_INSENSITIVE);
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
