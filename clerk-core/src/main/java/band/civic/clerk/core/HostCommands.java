package band.civic.clerk.core;

import band.civic.clerk.core.cli.CommandEntry;
import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.agency.AgencyCommand;
import band.civic.clerk.core.cli.deploy.DeployCommand;
import band.civic.clerk.core.cli.doctor.DoctorCommand;
import band.civic.clerk.core.cli.host.ConfigCommand;
import band.civic.clerk.core.cli.host.DbCommand;
import band.civic.clerk.core.cli.operate.HealthCommand;
import band.civic.clerk.core.cli.operate.ReconcileCommand;
import band.civic.clerk.core.cli.operate.ReportCommand;
import band.civic.clerk.core.cli.operate.StatusCommand;
import band.civic.clerk.core.cli.operate.why.WhyCommand;
import band.civic.clerk.core.cli.pipeline.JobCommand;
import band.civic.clerk.core.cli.plugin.PluginCommand;
import band.civic.clerk.core.cli.schedule.ScheduleCommand;
import band.civic.clerk.core.cli.queue.EnqueueCommand;
import band.civic.clerk.core.cli.queue.JobsCommand;
import band.civic.clerk.core.cli.queue.PurgeCommand;
import band.civic.clerk.core.cli.queue.PurgeQueueCommand;
import band.civic.clerk.core.cli.queue.WorkerCommand;
import band.civic.clerk.core.cli.site.SiteCommand;
import java.util.List;

/// The host's own commands. They are listed apart from how they are made, so that listing them loads none.
final class HostCommands {
  static final List<CommandEntry> ENTRIES = List.of(
      new CommandEntry("site", "Sites", "Register, list and show sites."),
      new CommandEntry("agency", "Sites", "Review which agencies' filings each site shows."),
      new CommandEntry("job", "Runs", "List and run single jobs that plugins bring."),
      new CommandEntry("schedule", "Runs", "Run, list and pause what clerk does by itself."),
      new CommandEntry("deploy", "Runs", "Copy published databases to where people read them."),
      new CommandEntry("enqueue", "Queue", "Put jobs into the queue."),
      new CommandEntry("worker", "Queue", "Take jobs from the queue and do them."),
      new CommandEntry("jobs", "Queue", "Look at jobs; try them again, stop or drop them."),
      new CommandEntry("purge", "Queue", "Delete all jobs of a site."),
      new CommandEntry("purge-queue", "Queue", "Empty a queue."),
      new CommandEntry("status", "Operation", "Show how sites, queues, workers and runs stand."),
      new CommandEntry("health", "Operation", "Tell whether all is well, by the exit code too."),
      new CommandEntry("why", "Operation", "Tell why a site has no data, or old ones."),
      new CommandEntry("report", "Operation", "Report how fresh the data are."),
      new CommandEntry("reconcile", "Operation", "Find what a crash left behind, and put it right."),
      new CommandEntry("db", "Host", "Upgrade and check the registry's schema."),
      new CommandEntry("config", "Host", "Show the settings and where each comes from."),
      new CommandEntry("doctor", "Host", "Check what a newcomer gets wrong, and how to put it right."),
      new CommandEntry("plugin", "Host", "Show, check and switch plugins."));

  private HostCommands() {}

  /// Makes the picocli command of that name.
  static Object make(String name, Rooms rooms) {
    return switch (name) {
      case "site" -> new SiteCommand(rooms);
      case "agency" -> new AgencyCommand(rooms);
      case "job" -> new JobCommand(rooms);
      case "deploy" -> new DeployCommand(rooms);
      case "status" -> new StatusCommand(rooms);
      case "health" -> new HealthCommand(rooms);
      case "why" -> new WhyCommand(rooms);
      case "report" -> new ReportCommand(rooms);
      case "reconcile" -> new ReconcileCommand(rooms);
      case "schedule" -> ScheduleCommand.of(rooms);
      case "enqueue" -> new EnqueueCommand(rooms);
      case "worker" -> new WorkerCommand(rooms);
      case "jobs" -> new JobsCommand(rooms);
      case "purge" -> new PurgeCommand(rooms);
      case "purge-queue" -> new PurgeQueueCommand(rooms);
      case "db" -> new DbCommand(rooms);
      case "config" -> new ConfigCommand(rooms);
      case "doctor" -> new DoctorCommand(rooms);
      case "plugin" -> new PluginCommand(rooms, () -> ENTRIES.stream().map(CommandEntry::name).toList());
      default -> throw new IllegalArgumentException(name);
    };
  }
}
