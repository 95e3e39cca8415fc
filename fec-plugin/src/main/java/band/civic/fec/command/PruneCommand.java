package band.civic.fec.command;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.PluginContext;
import band.civic.fec.bronze.BronzeLayout.KindOfCycle;
import band.civic.fec.bronze.Sql;
import band.civic.fec.extract.FecSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk fec prune`: moves what rows once were, and lines in quarantine, out of bronze into `work/archive`. Live rows, and
/// so all totals, stay as they are.
@Command(name = "prune", description = "Move old history and quarantine out of bronze into an archive.")
public final class PruneCommand implements Callable<Integer> {
  private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dmy])");

  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--older-than", required = true, paramLabel = "AGE", description = "90d, 6m or 3y.")
  private String age = "";

  @Option(names = "--dry-run", description = "Say what would be moved; move nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public PruneCommand(PluginContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var before = before().toString();
    var moved = Bronze.of(context).layout().listFiles().stream().map(file -> prune(file, before)).toList();
    if (json) {
      Shapes.print(out, Map.of("dry_run", dryRun, "before", before, "files", moved));
    } else {
      moved.forEach(file -> out.printf("%-24s %4s  history %s, quarantine %s%n", file.get("kind"), file.get("cycle"),
          file.get("history"), file.get("quarantine")));
      out.println(dryRun ? "Nothing was moved." : "Moved to the archive.");
      out.flush();
    }
    return 0;
  }

  private Map<String, Object> prune(KindOfCycle file, String before) {
    try (var connection = Bronze.open(file.file())) {
      var sql = new Sql(connection);
      var old = "(SELECT ingest_id FROM main.releases WHERE ended_at < '" + before + "')";
      var document = new LinkedHashMap<String, Object>();
      document.put("kind", file.kind().id());
      document.put("cycle", file.cycle());
      document.put("history", sql.number("SELECT count(*) FROM history WHERE ended_run IN " + old));
      document.put("quarantine", sql.number("SELECT count(*) FROM quarantine WHERE ingest_id IN " + old));
      if (!dryRun) {
        move(sql, file, old);
      }
      return document;
    } catch (SQLException e) {
      throw Bronze.failed(file.file(), e);
    }
  }

  /// Both files change in one transaction.
  private void move(Sql sql, KindOfCycle file, String old) throws SQLException {
    var archive = Bronze.of(context).layout().directory().resolve("archive");
    try {
      Files.createDirectories(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql.update("ATTACH ? AS archive", archive.resolve(file.file().getFileName()).toString());
    sql.run(List.of("BEGIN IMMEDIATE",
        "CREATE TABLE IF NOT EXISTS archive.history AS SELECT * FROM main.history WHERE 0",
        "CREATE TABLE IF NOT EXISTS archive.quarantine AS SELECT * FROM main.quarantine WHERE 0",
        "INSERT INTO archive.history SELECT * FROM main.history WHERE ended_run IN " + old,
        "INSERT INTO archive.quarantine SELECT * FROM main.quarantine WHERE ingest_id IN " + old,
        "DELETE FROM main.history WHERE ended_run IN " + old,
        "DELETE FROM main.quarantine WHERE ingest_id IN " + old, "COMMIT"));
  }

  private Instant before() {
    var match = AGE.matcher(age);
    if (!match.matches()) {
      throw new ClerkException.BadConfiguration("--older-than: \"" + age + "\" is no age; write 90d, 6m or 3y.");
    }
    var number = Long.parseLong(match.group(1));
    var now = ZonedDateTime.ofInstant(new FecSettings(context.settings()).now(Instant.now()), ZoneOffset.UTC);
    return switch (match.group(2)) {
      case "d" -> now.minusDays(number).toInstant();
      case "m" -> now.minusMonths(number).toInstant();
      default -> now.minusYears(number).toInstant();
    };
  }
}
