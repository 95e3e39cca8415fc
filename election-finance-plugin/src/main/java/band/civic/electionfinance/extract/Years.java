package band.civic.electionfinance.extract;

import band.civic.clerk.spi.ClerkException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Years as a person writes them: `2018`, `2017-2020`, `2014,2018-2020`.
final class Years {
  private Years() {}

  /// @return newest first; empty for an empty text
  /// @throws ClerkException.BadConfiguration for anything else
  static List<Integer> parse(String text, String where) {
    var years = new TreeSet<Integer>();
    for (var part : text.split(",")) {
      var trimmed = part.strip();
      if (trimmed.matches("\\d{4}")) {
        years.add(Integer.valueOf(trimmed));
      } else if (trimmed.matches("\\d{4}\\s*-\\s*\\d{4}")) {
        var from = Integer.parseInt(trimmed.substring(0, 4));
        var until = Integer.parseInt(trimmed.substring(trimmed.length() - 4));
        IntStream.rangeClosed(from, until).forEach(years::add);
      } else if (!trimmed.isEmpty()) {
        throw unreadable(text, where);
      }
    }
    if (years.isEmpty() && !text.isBlank()) {
      throw unreadable(text, where);
    }
    return List.copyOf(years.descendingSet());
  }

  private static ClerkException unreadable(String text, String where) {
    return new ClerkException.BadConfiguration(
        "%s takes years such as 2018, 2017-2020 or 2014,2018; not \"%s\"".formatted(
            where, text));
  }
}
