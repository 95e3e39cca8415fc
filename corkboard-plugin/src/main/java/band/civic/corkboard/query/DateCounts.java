package band.civic.corkboard.query;

import band.civic.corkboard.http.Failure;
import band.civic.corkboard.sqlite.Sql;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Rows by the day, month or year of a date, without gaps: by day up to a quarter of a year, by month up to fifteen years.
public final class DateCounts {
  private static final int MOST_DAYS = 92;
  private static final int MOST_MONTHS = 180;
  private static final int MOST_YEARS = 400;

  private DateCounts() {}

  /// Rows that match the conditions of a page, by period; empty when no row has a date.
  public static Map<String, Long> of(TableCall call, String column) {
    if (call.table().findColumn(column).isEmpty()) {
      throw Failure.badRequest(column + " is not a valid column");
    }
    var plan = TablePlan.of(call);
    var from = "(select date(" + Sql.quoted(column) + ") as day " + plan.from() + ") where day is not null";
    var ends = call.scope()
        .session()
        .read(new Sql("select min(day), max(day) from " + from, plan.filters().params()), call.limits())
        .rows()
        .getFirst();
    if (!(ends[0] instanceof String first) || !(ends[1] instanceof String last)) {
      return Map.of();
    }
    var counts = empty(first, last);
    int letters = counts.keySet().iterator().next().length();
    var sql = "select substr(day, 1, " + letters + "), count(*) from " + from + " group by 1";
    call.scope()
        .session()
        .read(new Sql(sql, plan.filters().params()), call.limits().withRows(MOST_YEARS))
        .rows()
        .forEach(r -> counts.replace(String.valueOf(r[0]), r[1] instanceof Number n ? n.longValue() : 0L));
    return counts;
  }

  private static Map<String, Long> empty(String first, String last) {
    var counts = new LinkedHashMap<String, Long>();
    try {
      var from = LocalDate.parse(first);
      var until = LocalDate.parse(last);
      var unit = unit(from, until);
      int letters = unit == ChronoUnit.DAYS ? 10 : unit == ChronoUnit.MONTHS ? 7 : 4;
      var start = unit == ChronoUnit.DAYS
          ? from
          : unit == ChronoUnit.MONTHS ? from.withDayOfMonth(1) : from.withDayOfYear(1);
      for (var at = start; !at.isAfter(until) && counts.size() < MOST_YEARS; at = at.plus(1, unit)) {
        counts.put(at.toString().substring(0, letters), 0L);
      }
    } catch (DateTimeException outside) {
      // years before 0 or after 9999 have no place on this axis
      counts.put(first, 0L);
    }
    return counts;
  }

  private static ChronoUnit unit(LocalDate from, LocalDate until) {
    if (ChronoUnit.DAYS.between(from, until) < MOST_DAYS) {
      return ChronoUnit.DAYS;
    }
    return ChronoUnit.MONTHS.between(from, until) < MOST_MONTHS ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
  }
}
