package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.extract.api.ApiBronze;
import band.civic.fec.extract.api.StateBook;
import band.civic.fec.model.FecClock;
import band.civic.fec.openfec.OpenFecSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk fec state`: how far each committee and cycle was read from OpenFEC.
@Command(name = "state", description = "How far each committee and cycle was read from OpenFEC.")
public final class StateCommand {
  private static final String FORMAT = "%-12s %-11s %6s %-12s %10s %-12s %-12s %s%n";

  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  public StateCommand(PluginContext context) {
    this.context = context;
  }

  private interface Work<T> {
    T with(StateBook book) throws SQLException;
  }

  @Command(name = "show", description = "List the states.")
  int show(
      @Option(names = "--status", paramLabel = "STATUS", description = "Only open, complete, incomplete, left_to_bulk or in_bulk.") @Nullable String status,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var conduits = OpenFecSettings.of(context.settings()).bulkCommittees();
    var lines = book(book -> book.list(conduits, today())).stream()
        .filter(line -> status == null || line.status().equals(status))
        .toList();
    print(lines, json, Map.of());
    return 0;
  }

  @Command(name = "repair", description = "Make states anew from the rows that are there, of OpenFEC and of bulk files.")
  int repair(
      @Option(names = "--dry-run", description = "Only tell.") boolean dryRun,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var conduits = OpenFecSettings.of(context.settings()).bulkCommittees();
    var lines = book(book -> book.repair(!dryRun, conduits, today()));
    print(lines, json, Map.of("written", dryRun ? 0 : lines.size()));
    return 0;
  }

  private LocalDate today() {
    return FecClock.now(context.settings().find("fec.now"), Instant.now()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private <T> T book(Work<T> work) {
    var layout = BronzeLayout.ofStorage(context.storageDirectory());
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + layout.database());
    try {
      Files.createDirectories(layout.directory());
      try (var bronze = ApiBronze.open(source)) {
        return work.with(new StateBook(bronze, layout));
      }
    } catch (SQLException e) {
      throw Bronze.failed(layout.database(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + layout.directory(), e);
    }
  }

  private void print(List<StateBook.Line> lines, boolean json, Map<String, Object> more) {
    var out = spec.commandLine().getOut();
    if (json) {
      var document = new LinkedHashMap<String, Object>(more);
      document.put("states", lines.stream().map(StateCommand::shape).toList());
      Shapes.print(out, document);
      return;
    }
    table(lines, out);
    more.forEach((name, value) -> out.println(name + ": " + value));
    out.flush();
  }

  private static void table(List<StateBook.Line> lines, PrintWriter out) {
    out.printf(FORMAT, "LIST", "SCOPE", "CYCLE", "STATUS", "ROWS", "LOADED TO", "READ TO", "");
    lines.forEach(line -> out.printf(FORMAT, line.list(), line.scope(), line.cycle(), line.status(), line.rows() < 0
        ? ""
        : line.rows(), line.watermark(), line.readThrough(), line.reason()));
    out.flush();
  }

  private static Map<String, Object> shape(StateBook.Line line) {
    var shape = new LinkedHashMap<String, Object>();
    shape.put("list", line.list());
    shape.put("scope", line.scope());
    shape.put("cycle", line.cycle());
    shape.put("status", line.status());
    shape.put("mode", line.mode());
    shape.put("watermark", line.watermark());
    shape.put("read_through", line.readThrough());
    shape.put("cursor", line.cursor());
    shape.put("pages", line.pages());
    shape.put("rows", line.rows() < 0 ? null : line.rows());
    shape.put("reason", line.reason());
    shape.put("started_at", line.startedAt());
    shape.put("finished_at", line.finishedAt());
    return shape;
  }
}
