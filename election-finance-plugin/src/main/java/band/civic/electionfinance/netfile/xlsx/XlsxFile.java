package band.civic.electionfinance.netfile.xlsx;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A workbook open for reading. Only what a sheet's cells point to is held in memory.
public final class XlsxFile implements AutoCloseable {
  private static final long LARGEST_SHEET = 2L << 30;
  private static final long LARGEST_OTHER_PART = 128L << 20;

  private final String name;
  private final ZipFile zip;
  private final Contents contents;
  private final CellStyles styles;
  private final String stringsPart;
  private Optional<SharedStrings> strings = Optional.empty();

  private record Contents(Map<String, String> partOfSheet, boolean since1904) {}

  private XlsxFile(String name, ZipFile zip) {
    this.name = name;
    this.zip = zip;
    var targets = readRelationships();
    this.contents = readPart("xl/workbook.xml", part -> contents(part, targets))
        .orElseThrow(() -> bad("it holds no xl/workbook.xml"));
    this.styles = readPart(partName(targets.getOrDefault("styles", "styles.xml")), CellStyles::read)
        .orElse(CellStyles.NONE);
    this.stringsPart = partName(targets.getOrDefault("sharedStrings", "sharedStrings.xml"));
  }

  /// @throws BadSourceData for what is no workbook, or a truncated one
  public static XlsxFile open(Path file) {
    return new XlsxFile(file.getFileName().toString(), ZipFiles.open(file));
  }

  /// The first `.xlsx` inside a ZIP.
  ///
  /// @throws BadSourceData when there is none, or it is no workbook
  public static XlsxFile openZipped(Path file) {
    return new XlsxFile(file.getFileName().toString(), ZipFiles.openInner(file));
  }

  /// The sheets in the workbook's order.
  public List<String> sheetNames() {
    return List.copyOf(contents.partOfSheet().keySet());
  }

  /// @throws BadSourceData when the workbook lacks the sheet
  public XlsxSheet openSheet(String sheet) {
    var part = contents.partOfSheet().getOrDefault(sheet, "");
    var entry = entry(part).orElseThrow(() -> bad("sheet " + sheet + " is missing"));
    return new XlsxSheet(open(entry, sheet, LARGEST_SHEET), strings(), styles, contents.since1904());
  }

  private SharedStrings strings() {
    if (strings.isEmpty()) {
      strings = readPart(stringsPart, SharedStrings::read).or(() -> Optional.of(SharedStrings.NONE));
    }
    return strings.get();
  }

  /// Parts by the id and by the kind of their relationship.
  private Map<String, String> readRelationships() {
    return readPart("xl/_rels/workbook.xml.rels", part -> {
      Map<String, String> targets = new HashMap<>();
      while (part.next()) {
        if (part.starts("Relationship")) {
          targets.put(part.attribute("Id"), part.attribute("Target"));
          targets.put(lastSegment(part.attribute("Type")), part.attribute("Target"));
        }
      }
      return targets;
    }).orElse(Map.of());
  }

  private static Contents contents(XmlPart workbook, Map<String, String> targets) {
    Map<String, String> partOfSheet = new LinkedHashMap<>();
    var since1904 = false;
    while (workbook.next()) {
      if (workbook.starts("workbookPr")) {
        since1904 = List.of("1", "true").contains(workbook.attribute("date1904"));
      } else if (workbook.starts("sheet")) {
        partOfSheet.put(workbook.attribute("name"), partName(targets.getOrDefault(workbook.attribute("id"), "")));
      }
    }
    return new Contents(partOfSheet, since1904);
  }

  private static String lastSegment(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private static String partName(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private <T> Optional<T> readPart(String partName, Function<XmlPart, T> reader) {
    return entry(partName).map(entry -> {
      try (var part = open(entry, partName, LARGEST_OTHER_PART)) {
        return reader.apply(part);
      }
    });
  }

  private Optional<ZipEntry> entry(String partName) {
    return Optional.ofNullable(zip.getEntry(partName));
  }

  private XmlPart open(ZipEntry entry, String what, long most) {
    try {
      return new XmlPart(name + ": " + what, new CappedStream(zip.getInputStream(entry), entry, most));
    } catch (IOException e) {
      throw new BadSourceData(name + ": " + what + " cannot be read (" + e.getMessage() + "). Fetch the file again.",
          e);
    }
  }

  private BadSourceData bad(String reason) {
    return new BadSourceData(name + " is not a workbook that can be read: " + reason + ".");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new BadSourceData(name + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
