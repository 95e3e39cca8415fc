package band.civic.corkboard.page;

import band.civic.corkboard.history.Changes;
import band.civic.corkboard.history.TableChange;
import band.civic.corkboard.history.TableChange.Sample;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.ChangesPage.Detail;
import band.civic.corkboard.page.ChangesPage.Line;
import band.civic.corkboard.page.ChangesPage.Row;
import band.civic.corkboard.page.ChangesPage.Value;
import band.civic.corkboard.render.Cells;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the page of changes.
public final class ChangesPages {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")
      .withZone(ZoneOffset.UTC);
  private static final int LONGEST = 120;
  private static final int VALUES = 8;

  private final String database;

  /// @param database the path of the database
  public ChangesPages(String database) {
    this.database = database;
  }

  public ChangesPage page(Changes changes) {
    var different = changes.tables().stream().filter(TableChange::isChanged).toList();
    var same = changes.tables().stream().filter(t -> !t.isChanged()).map(TableChange::table).toList();
    var words = "The version of " + MINUTE.format(changes.until()) + " against the one of "
        + MINUTE.format(changes.since()) + (different.isEmpty() ? ": every row is the same." : ".");
    return new ChangesPage(words, different.stream().map(this::line).toList(), same,
        different.stream().filter(t -> !t.samples().isEmpty()).map(this::detail).toList());
  }

  private Line line(TableChange change) {
    var counts = change.note().isEmpty()
        ? List.of(number(change.difference().added()), number(change.difference().removed()),
            number(change.difference().changed()))
        : List.of("", "", "");
    var columns = change.columns()
        .entrySet()
        .stream()
        .map(e -> e.getKey() + " " + number(e.getValue().longValue()))
        .collect(Collectors.joining(", "));
    return new Line(new Link(change.table(), path(change.table())), number(change.rows().before()),
        number(change.rows().after()), counts, change.note().isEmpty() ? columns : change.note());
  }

  private static String number(@Nullable Long rows) {
    return rows == null ? "" : String.format("%,d", rows);
  }

  private String path(String table) {
    return database + "/" + Tilde.encode(table);
  }

  private Detail detail(TableChange change) {
    return new Detail(change.table(), change.samples().stream().map(s -> row(change.table(), s)).toList());
  }

  private Row row(String table, Sample sample) {
    var text = sample.key().stream().map(Cells::text).collect(Collectors.joining(", "));
    var key = sample.key().stream().map(k -> Tilde.encode(Cells.text(k))).collect(Collectors.joining(","));
    var href = key.isEmpty() || sample.kind().equals("removed") ? "" : path(table) + "/" + key;
    var values = sample.row()
        .entrySet()
        .stream()
        .skip(sample.kind().equals("changed") ? 0 : sample.key().size())
        .filter(e -> sample.kind().equals("changed") || e.getValue() != null)
        .limit(VALUES)
        .map(e -> value(sample, e.getKey(), e.getValue()))
        .toList();
    return new Row(sample.kind(), new Link(text, href), values);
  }

  private static Value value(Sample sample, String column, @Nullable Object now) {
    return switch (sample.kind()) {
      case "changed" -> new Value(column, shown(sample.before().get(column)), shown(now));
      case "removed" -> new Value(column, shown(now), "");
      default -> new Value(column, "", shown(now));
    };
  }

  private static String shown(@Nullable Object value) {
    var text = value == null ? "—" : Cells.text(value);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
