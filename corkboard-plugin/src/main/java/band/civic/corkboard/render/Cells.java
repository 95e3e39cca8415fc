package band.civic.corkboard.render;

import band.civic.corkboard.http.Numbers;
import band.civic.corkboard.query.Labelled;
import org.jspecify.annotations.Nullable;

/// One value as text.
public final class Cells {

  private Cells() {}

  /// NULL is nothing, a number is written so that it reads back as the same number.
  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> Numbers.text(number);
      case Labelled labelled -> text(labelled.value());
      case byte[] blob -> "<Binary: " + blob.length + " bytes>";
      default -> value.toString();
    };
  }
}
