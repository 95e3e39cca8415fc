package band.civic.electionfinance.netfile.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which cell styles make a number a date or a time.
final class CellStyles {
  /// What a number in a cell stands for.
  enum Meaning {
    NUMBER, DATE, TIME
  }

  static final CellStyles NONE = new CellStyles(List.of());

  private final Meaning[] meanings;

  private CellStyles(List<Meaning> meanings) {
    this.meanings = meanings.toArray(Meaning[]::new);
  }

  static CellStyles read(XmlPart styles) {
    Map<Integer, String> formats = new HashMap<>();
    List<Meaning> meanings = new ArrayList<>();
    var inCellFormats = false;
    while (styles.next()) {
      if (styles.starts("numFmt")) {
        formats.put(number(styles.attribute("numFmtId")), styles.attribute("formatCode"));
      } else if (styles.starts("cellXfs")) {
        inCellFormats = true;
      } else if (styles.ends("cellXfs")) {
        inCellFormats = false;
      } else if (inCellFormats && styles.starts("xf")) {
        meanings.add(meaning(number(styles.attribute("numFmtId")), formats));
      }
    }
    return new CellStyles(meanings);
  }

  Meaning of(int style) {
    return style < meanings.length ? meanings[style] : Meaning.NUMBER;
  }

  static int number(String attribute) {
    try {
      return Math.max(0, Integer.parseInt(attribute));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Meaning meaning(int id, Map<Integer, String> formats) {
    var code = formats.get(id);
    return code == null ? builtIn(id) : meaning(code);
  }

  /// The built-in formats of ECMA-376 18.8.30, those of East Asian languages included.
  private static Meaning builtIn(int id) {
    if (within(id, 14, 17) || id == 22 || within(id, 27, 36) || within(id, 50, 58)) {
      return Meaning.DATE;
    }
    return within(id, 18, 21) || within(id, 45, 47) ? Meaning.TIME : Meaning.NUMBER;
  }

  private static boolean within(int id, int first, int last) {
    return id >= first && id <= last;
  }

  private static Meaning meaning(String code) {
    var letters = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^hmsHMS\\]][^\\]]*\\]|General", "").toLowerCase(Locale.ROOT);
    if (letters.contains("y") || letters.contains("d")) {
      return Meaning.DATE;
    }
    return letters.contains("h") || letters.contains("s") ? Meaning.TIME : Meaning.NUMBER;
  }
}
