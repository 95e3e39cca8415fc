package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.extract.DownloadTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `clerk fec bulk download`: brings the FEC's bulk files of a cycle up to date.
@Command(description = "Download the FEC's bulk files; what is unchanged is not downloaded, what was cut is gone on with.")
public final class DownloadCommand implements Callable<Integer> {
  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--cycle", paramLabel = "YEAR", description = "The two-year cycle; the present one if not given.")
  private @Nullable String cycle;

  @Option(names = "--kinds", paramLabel = "KINDS", description = "Only these kinds: indiv,oth,…")
  private @Nullable String kinds;

  @Option(names = "--all", description = "All kinds, which is what is downloaded without --kinds.")
  private boolean all;

  @Option(names = "--dry-run", description = "List the addresses; ask for nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public DownloadCommand(PluginContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (all && kinds != null) {
      throw new ParameterException(spec.commandLine(), "--all and --kinds exclude each other: choose one");
    }
    return dryRun ? list() : download();
  }

  private int list() {
    var out = spec.commandLine().getOut();
    var urls = DownloadTask.urls(context.settings(), Optional.ofNullable(kinds).orElse(""), Optional.ofNullable(cycle));
    if (json) {
      Shapes.print(out, Map.of("dry_run", true, "urls", urls));
    } else {
      urls.forEach(out::println);
      out.flush();
    }
    return 0;
  }

  private int download() {
    var out = spec.commandLine().getOut();
    var options = new HashMap<>(Map.of("force", "true", "command", DownloadTask.COMMAND));
    Optional.ofNullable(cycle).ifPresent(value -> options.put("cycle", value));
    Optional.ofNullable(kinds).ifPresent(value -> options.put("kinds", value));
    var task = new Work.Task(DownloadTask.NAME, DownloadTask.COMMAND);
    var result = new Work(context).run(task, "us", options, json ? Optional.empty() : Optional.of(out));
    if (!result.refused()) {
      var files = Bronze.of(context)
          .listIfAny(bronze -> bronze.sql()
              .list(DownloadCommand::file, "SELECT * FROM downloads WHERE run_id = ? ORDER BY download_id", result
                  .runId()));
      if (json) {
        Shapes.print(out, Map.of("files", files));
      } else {
        files.forEach(file -> out.printf("%-10s %14s bytes  %s%n", file.get("status"), file.get("bytes"), file.get(
            "url")));
        out.flush();
      }
    }
    return Work.exitCode(result, spec.commandLine().getErr());
  }

  private static Map<String, Object> file(ResultSet row) throws SQLException {
    var document = new LinkedHashMap<String, Object>();
    for (var name : new String[]{"kind", "cycle", "url", "status", "bytes", "received", "sha256", "etag",
        "last_modified"}) {
      document.put(name, row.getObject(name));
    }
    return document;
  }
}
