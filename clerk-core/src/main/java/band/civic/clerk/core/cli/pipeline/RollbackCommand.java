package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.cli.pipeline.view.Numbers;
import band.civic.clerk.core.cli.pipeline.view.OutcomeJson;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.Rollback.Done;
import band.civic.clerk.core.job.Rollback.Version;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk <dataType> rollback`.
@Command(description = "Bring an earlier published version back.")
final class RollbackCommand implements Callable<Integer> {
  private final Rooms rooms;
  private final Contributed<Pipeline> pipeline;

  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private final OneSite site = new OneSite();

  @Option(names = "--to", paramLabel = "VERSION", description = "This version (default: the newest earlier one).")
  private @Nullable String version;

  @Option(names = "--list", description = "List the earlier versions; change nothing.")
  private boolean list;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  RollbackCommand(Rooms rooms, Contributed<Pipeline> pipeline) {
    this.rooms = rooms;
    this.pipeline = pipeline;
  }

  @Override
  public Integer call() {
    var console = new Console(Objects.requireNonNull(spec).commandLine(), rooms, json);
    var work = Work.of(pipeline.value(), pipeline.version());
    var registered = rooms.sites().getSite(site.get());
    if (list) {
      var versions = rooms.rollback().listVersions(work, registered);
      console.print(() -> lines(versions), () -> versions.stream().map(RollbackCommand::json).toList());
    } else {
      var done = rooms.rollback().run(work, registered, Optional.ofNullable(version));
      console.print(() -> lines(registered.subdomain(), done), () -> json(registered.subdomain(), done));
    }
    return ExitCodes.OK;
  }

  private List<String> lines(String subdomain, Done done) {
    var summary = done.version().content().summary();
    var type = pipeline.value().dataType();
    return List.of(
        "%s %s: rolled back to %s  (run %s)".formatted(subdomain, type, done.version().name(), done.runId()),
        "Published: " + done.file(),
        "           %s records from %s".formatted(Numbers.count(summary.recordCount()), summary.source()),
        "Kept:      the version before is previous/%s; `clerk %s rollback %s` brings it back."
            .formatted(done.kept(), type, subdomain),
        "Next:      this version stays until the source changes, or `clerk %s load %s --force` builds a new one."
            .formatted(type, subdomain));
  }

  private static List<String> lines(List<Version> versions) {
    if (versions.isEmpty()) {
      return List.of("There is no earlier version.");
    }
    var table = TextTable.of("VERSION", "RECORDS", "BYTES", "SOURCE");
    versions.forEach(version -> table.add(version.name(), Numbers.count(version.content().summary().recordCount()),
        Numbers.count(version.content().bytes()), version.content().summary().source()));
    return table.toString().lines().toList();
  }

  private static Map<String, Object> json(Version version) {
    var document = new LinkedHashMap<String, Object>();
    document.put("version", version.name());
    document.put("summary", OutcomeJson.summary(version.content()));
    return document;
  }

  private Map<String, Object> json(String subdomain, Done done) {
    var document = new LinkedHashMap<String, Object>();
    document.put("run_id", done.runId());
    document.put("subdomain", subdomain);
    document.put("data_type", pipeline.value().dataType());
    document.put("state", "rolled_back");
    document.put("version", done.version().name());
    document.put("kept", done.kept());
    document.put("summary", OutcomeJson.summary(done.version().content()));
    return document;
  }
}
