package band.civic.corkboard.page;

import band.civic.clerk.spi.SiteDatabase.Unit;
import band.civic.corkboard.render.Cells;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values of declared columns as people read them.
final class Amounts {

  private Amounts() {}

  static Cell cell(Unit unit, @Nullable Object value, Optional<String> href) {
    return switch (value) {
      case null ->
        new Cell("", Optional.empty(), "", unit == Unit.DOLLARS || unit == Unit.NUMBER ? "null num" : "null");
      case Number number when unit == Unit.DOLLARS -> new Cell(dollars(number), href, "", "num");
      case Number number when unit == Unit.NUMBER -> new Cell(String.format(Locale.ROOT, "%,d", number.longValue()),
          href, "", "num");
      default -> {
        var text = Cells.text(value);
        var web = text.startsWith("https://") || text.startsWith("http://");
        yield new Cell(web ? "open" : text, web ? Optional.of(text) : href, "", "");
      }
    };
  }

  /// To the cent; whole dollars without cents.
  static String dollars(Number number) {
    double value = number.doubleValue();
    var format = value == Math.rint(value) ? "%,.0f" : "%,.2f";
    return (value < 0 ? "-$" : "$") + String.format(Locale.ROOT, format, Math.abs(value));
  }
}
