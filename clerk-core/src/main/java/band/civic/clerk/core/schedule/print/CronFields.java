package band.civic.clerk.core.schedule.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An expression of Quartz, as far as cron and systemd can say the same.
///
/// @param second `0`
/// @param minute as Quartz has it
/// @param hour as Quartz has it
/// @param dayOfMonth as Quartz has it, `*` for `?`
/// @param month by number
/// @param dayOfWeek by name, `*` for `?`
/// @param week of the month in which that day of the week is meant, 1 to 5
record CronFields(String second, String minute, String hour, String dayOfMonth, String month, String dayOfWeek,
    Optional<Integer> week) {
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP",
      "OCT", "NOV", "DEC");
  private static final Pattern NTH = Pattern.compile("([A-Z0-9]+)#([1-5])");
  /// Last days and nearest weekdays, which neither of the others knows; years are rare.
  private static final Pattern UNKNOWN = Pattern.compile(".*[LWC].*");

  /// The fields; empty when cron and systemd have no words for them.
  static Optional<CronFields> of(String expression) {
    var fields = expression.toUpperCase(Locale.ROOT).split(" +");
    var days = withoutNames(fields[3]) + withoutNames(fields[5]);
    if ((fields.length > 6 && !fields[6].equals("*")) || UNKNOWN.matcher(days).matches()) {
      return Optional.empty();
    }
    var nth = NTH.matcher(fields[5]);
    var week = nth.matches() ? Optional.of(Integer.valueOf(nth.group(2))) : Optional.<Integer>empty();
    var day = nth.matches() ? nth.group(1) : fields[5];
    return Optional
        .of(new CronFields(fields[0], fields[1], fields[2], any(fields[3]), numbered(fields[4]), named(any(day)),
            week));
  }

  /// The days of the month in which the week lies: `8..14` of the second.
  Optional<String> daysOfWeek(String between) {
    return week.map(number -> (number * 7 - 6) + between + Math.min(31, number * 7));
  }

  private static String withoutNames(String field) {
    return DAYS.stream().reduce(field, (text, day) -> text.replace(day, ""));
  }

  private static String numbered(String months) {
    return MONTHS.stream()
        .reduce(months, (text, month) -> text.replace(month, String.valueOf(MONTHS.indexOf(month) + 1)));
  }

  private static String any(String field) {
    return field.equals("?") ? "*" : field;
  }

  /// Quartz counts the days of the week from 1 for Sunday, cron from 0.
  private static String named(String field) {
    return Stream.of(field.split("(?<=[,/-])|(?=[,/-])"))
        .map(part -> part.matches("[1-7]") ? DAYS.get(Integer.parseInt(part) - 1) : part)
        .collect(Collectors.joining());
  }
}
