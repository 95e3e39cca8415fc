package band.civic.electionfinance.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.format.RawFile;
import band.civic.electionfinance.netfile.format.RawKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What is below a path, told apart by content.
///
/// @param known files that can be read
/// @param unknown names of files that are something else
record FoundFiles(List<Found> known, List<String> unknown) {
  private static final Pattern EFILE = Pattern.compile("efile_(?:newest_)?(\\w+?)_(\\d{4})(?!\\d).*");

  /// @param file where it is
  /// @param name its path from the given directory on (or from the directory of the given file), with `/`
  /// @param kind what it is
  /// @param alone whether the file itself was given
  record Found(Path file, String name, RawKind kind, boolean alone) {

    /// Sheets as CSV that lie in one directory make a unit together; every other file is one.
    String unitName() {
      return kind == RawKind.SHEET_CSV && !alone ? name.substring(0, name.lastIndexOf('/')) : name;
    }

    /// The agency's shortcut and the year in a name such as `efile_newest_BRK_2018.xlsx`.
    Optional<Named> named() {
      var matcher = EFILE.matcher(file.getFileName().toString());
      return matcher.matches()
          ? Optional.of(new Named(matcher.group(1), Integer.parseInt(matcher.group(2))))
          : Optional.empty();
    }
  }

  /// What a file's name says.
  record Named(String shortcut, int year) {

    Optional<Site.Agency> findIn(List<Site.Agency> agencies) {
      return agencies.stream().filter(agency -> agency.shortcut().equalsIgnoreCase(shortcut)).findFirst();
    }

    OptionalInt knownYear() {
      return OptionalInt.of(year);
    }
  }

  /// Looks at every file below the path, or at the file itself.
  ///
  /// @throws ClerkException.BadConfiguration when there is nothing at the path
  /// @throws ClerkException.BadSourceData when no file can be read, or one that should be a workbook is damaged
  static FoundFiles below(Path path) {
    var known = new ArrayList<Found>();
    var unknown = new ArrayList<String>();
    var root = real(path);
    var base = root.resolveSibling("");
    for (var file : list(root)) {
      var name = base.relativize(file).toString().replace('\\', '/');
      RawFile.sniff(file).ifPresentOrElse(kind -> known.add(new Found(file, name, kind, file.equals(root))), () -> {
        refuseDamaged(file);
        unknown.add(name);
      });
    }
    if (known.isEmpty()) {
      throw new ClerkException.BadSourceData(
          "%s holds nothing that NetFile exports (%d files looked at): give workbooks (.xlsx or .zip), their sheets as CSV, Connect2 CSV or JSON, or CAL e-files"
              .formatted(path, unknown.size()));
    }
    known.forEach(found -> RawFile.check(found.file(), found.kind()));
    return new FoundFiles(known, unknown);
  }

  /// A web page or a cut-off download under a workbook's name is a failure, not a file of another kind.
  private static void refuseDamaged(Path file) {
    var name = file.getFileName().toString();
    if (EFILE.matcher(name).matches() || name.endsWith(".xlsx")) {
      RawFile.check(file, name.endsWith(".xlsx") ? RawKind.WORKBOOK_XLSX : RawKind.WORKBOOK_ZIP);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new ClerkException.BadConfiguration("--from: there is no file or directory " + path.toAbsolutePath(), e);
    }
  }

  private static List<Path> list(Path path) {
    try (var paths = Files.walk(path)) {
      return paths.filter(Files::isRegularFile).filter(FoundFiles::isVisible).sorted().toList();
    } catch (IOException e) {
      throw new ClerkException.BadConfiguration("--from: " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isVisible(Path file) {
    var name = file.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("~$");
  }
}
