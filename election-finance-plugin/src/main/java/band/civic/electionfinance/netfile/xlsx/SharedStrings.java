package band.civic.electionfinance.netfile.xlsx;

import java.util.ArrayList;
import java.util.List;

/// The texts that cells point to.
final class SharedStrings {
  static final SharedStrings NONE = new SharedStrings(List.of());

  private final String[] texts;

  private SharedStrings(List<String> texts) {
    this.texts = texts.toArray(String[]::new);
  }

  static SharedStrings read(XmlPart part) {
    List<String> texts = new ArrayList<>();
    var text = new StringBuilder();
    while (part.next()) {
      if (part.starts("si")) {
        texts.add(readText(part, "si", text));
      }
    }
    return new SharedStrings(texts);
  }

  /// The runs of text up to the end of that element, phonetic hints left out.
  static String readText(XmlPart part, String element, StringBuilder text) {
    text.setLength(0);
    var inText = false;
    while (part.next() && !part.ends(element)) {
      if (part.starts("rPh")) {
        part.skipElement();
      } else if (part.starts()) {
        inText = part.name().equals("t");
      } else if (part.ends()) {
        inText = false;
      } else if (inText && part.isText()) {
        part.appendTextTo(text);
      }
    }
    return CellText.text(text.toString());
  }

  /// The text at that index; `""` for an index the file does not have.
  String get(int index) {
    return index < 0 || index >= texts.length ? "" : texts[index];
  }
}
