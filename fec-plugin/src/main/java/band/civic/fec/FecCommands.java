package band.civic.fec;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.command.BackfillCommand;
import band.civic.fec.command.CacheCommand;
import band.civic.fec.command.DailyCommand;
import band.civic.fec.command.DownloadCommand;
import band.civic.fec.command.IngestCommand;
import band.civic.fec.command.PruneCommand;
import band.civic.fec.command.ReplayCommand;
import band.civic.fec.command.RowCommands;
import band.civic.fec.command.RunsCommand;
import band.civic.fec.command.StateCommand;
import band.civic.fec.command.Work;
import band.civic.fec.extract.IngestTask;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The tree of `clerk fec`, beside what clerk makes for the pipeline.
final class FecCommands {

  private FecCommands() {}

  static CommandLine of(PluginContext context) {
    var fec = group("fec", "Federal campaign money, from the FEC's bulk files and OpenFEC");
    fec.addSubcommand("bulk", bulk(context));
    fec.addSubcommand("reconcile", ingest(context, "fec reconcile"));
    fec.addSubcommand("daily", new DailyCommand(context));
    fec.addSubcommand("backfill", new BackfillCommand(context, new Work.Task(IngestTask.NAME, "fec backfill")));
    fec.addSubcommand("replay", new ReplayCommand(context));
    fec.addSubcommand("state", new StateCommand(context));
    fec.addSubcommand("cache", new CacheCommand(context));
    fec.addSubcommand("prune", new PruneCommand(context));
    fec.addSubcommand("runs", new RunsCommand(context));
    fec.addSubcommand("raw", new RowCommands.Raw(context));
    fec.addSubcommand("contribution", new RowCommands.Contribution(context));
    return fec;
  }

  private static CommandLine bulk(PluginContext context) {
    var bulk = group("bulk", "The FEC's bulk files.");
    bulk.addSubcommand("download", new DownloadCommand(context));
    bulk.addSubcommand("ingest", ingest(context, "fec bulk ingest"));
    return bulk;
  }

  private static IngestCommand ingest(PluginContext context, String typed) {
    return new IngestCommand(context, new Work.Task(IngestTask.NAME, typed));
  }

  private static CommandLine group(String name, String description) {
    var group = new CommandLine(CommandSpec.create().name(name));
    group.getCommandSpec().usageMessage().description(description);
    return group;
  }
}
