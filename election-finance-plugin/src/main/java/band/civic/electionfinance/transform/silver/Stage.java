package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.transform.wire.Field;
import band.civic.electionfinance.transform.wire.Flaw;
import band.civic.electionfinance.transform.wire.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows on their way: a database beside silver.db, attached as `stage`, gone at the end. Whether a row counts is known
/// only when all filings are, and all rows need not fit into memory.
final class Stage implements AutoCloseable {
  private static final String FIELDS = Arrays.stream(Field.values())
      .map(Field::column)
      .collect(Collectors.joining(", "));

  private final Path file;
  private final Connection connection;
  private final Batch items;
  private final Batch loans;
  private final Batch accrued;
  private final Batch lines;
  private final Batch flaws;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> repeatedKeys = new HashSet<>();
  private int rows;

  private Stage(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    create();
    this.items = Batch.into(connection, "stage.items", Field.values().length + 5);
    this.loans = Batch.into(connection, "stage.loans", 10);
    this.accrued = Batch.into(connection, "stage.accrued", 5);
    this.lines = Batch.into(connection, "stage.lines", 6);
    this.flaws = Batch.into(connection, "stage.flaws", 5);
  }

  /// A new, empty stage in `file`; what a killed run left there is removed.
  static Stage open(Path file, Connection connection) throws SQLException {
    delete(file);
    return new Stage(file, connection);
  }

  /// The columns that come from [Field], as SQL lists them.
  static String fields() {
    return FIELDS;
  }

  /// @param report the number of the report the row belongs to
  /// @param unit the number of the unit it came with: equal rows of two units are one row
  void add(Item item, int report, int unit) throws SQLException {
    var row = ++rows;
    var values = new @Nullable Object[Field.values().length + 5];
    values[0] = row;
    values[1] = report;
    values[2] = unit;
    values[3] = item.key();
    values[4] = item.hasOwnKey();
    var at = 5;
    for (var field : Field.values()) {
      values[at++] = item.value(field);
    }
    items.add(values);
    if (!keys.add(item.key())) {
      repeatedKeys.add(item.key());
    }
    if (item.loan().isPresent()) {
      var loan = item.loan().get();
      loans.add(row, loan.begin(), loan.received(), loan.paid(), loan.forgiven(), loan.close(), loan.original(),
          loan.rate(), loan.incurredOn(), loan.dueOn());
    }
    if (item.accrued().isPresent()) {
      var debt = item.accrued().get();
      accrued.add(row, debt.begin(), debt.incurred(), debt.paid(), debt.end());
    }
    addFlaws(item.flaws(), report, row);
  }

  void add(Item.SummaryLine line, int report) throws SQLException {
    lines.add(report, line.formType(), line.line(), line.a(), line.b(), line.c());
  }

  void addFlaws(List<Flaw> found, int report, int row) throws SQLException {
    for (var flaw : found) {
      addFlaw(flaw, report, row);
    }
  }

  /// @param report the report that has the flaw; -1 when it is none
  /// @param row the row that has it; 0 when it is the report as a whole
  void addFlaw(Flaw flaw, int report, int row) throws SQLException {
    flaws.add(report, row, flaw.code().severity().name().toLowerCase(Locale.ROOT), flaw.code().label(), flaw.detail());
  }

  /// The keys that more than one row has.
  Set<String> repeatedKeys() {
    return repeatedKeys;
  }

  void flush() throws SQLException {
    for (var batch : List.of(items, loans, accrued, lines, flaws)) {
      batch.flush();
    }
  }

  @Override
  public void close() throws SQLException {
    for (var batch : List.of(items, loans, accrued, lines, flaws)) {
      batch.close();
    }
    try (var statement = connection.createStatement()) {
      statement.execute("DETACH stage");
    }
    delete(file);
  }

  private void create() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("ATTACH '" + file.toString().replace("'", "''") + "' AS stage");
      statement.execute("PRAGMA stage.journal_mode = OFF");
      statement.execute("PRAGMA stage.synchronous = OFF");
      statement.execute("CREATE TABLE stage.items (row_no INTEGER PRIMARY KEY, report INTEGER, unit INTEGER, "
          + "row_key TEXT, has_own_key INTEGER, " + FIELDS + ")");
      statement
          .execute("CREATE TABLE stage.loans (row_no INTEGER PRIMARY KEY, begin_cents, received_cents, paid_cents, "
              + "forgiven_cents, close_cents, original_cents, rate, incurred_on, due_on)");
      statement.execute("CREATE TABLE stage.accrued (row_no INTEGER PRIMARY KEY, begin_cents, incurred_cents, "
          + "paid_cents, end_cents)");
      statement.execute("CREATE TABLE stage.lines (report, form_type, line_item, a, b, c)");
      statement.execute("CREATE TABLE stage.flaws (report, row_no, severity, code, detail)");
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
