package band.civic.clerk.core.cli.schedule;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.HostSettings;
import band.civic.clerk.core.schedule.print.Crontab;
import band.civic.clerk.core.schedule.print.SystemdUnits;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk schedule print`: the schedules for another clock, to be put into place by hand.
@Command(name = "print", description = "Print the schedules as systemd units or as a crontab.")
final class SchedulePrintCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Form form = new Form();

  /// One of these.
  static final class Form {
    @Option(names = "--systemd", description = "A service that runs the scheduler and a worker.")
    private boolean systemd;

    @Option(names = "--timers", description = "A systemd timer for each schedule; then no scheduler need run.")
    private boolean timers;

    @Option(names = "--cron", description = "A crontab; then neither scheduler nor worker need run.")
    private boolean cron;
  }

  SchedulePrintCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var settings = rooms.settings();
    var schedules = Schedules.of(rooms);
    var units = new SystemdUnits(command(settings), settings.storageDirectory().toString());
    var text = new StringBuilder();
    if (form.systemd) {
      text.append(units.service());
    }
    if (form.timers) {
      text.append(units.timers(schedules));
    }
    if (form.cron) {
      text.append(new Crontab(command(settings)).of(schedules));
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(text);
    out.flush();
    return 0;
  }

  /// How clerk is called so that it finds what it finds now. Settings that the environment gives are secrets or apply to
  /// this shell; what is to hold for a service belongs into `clerk.yaml`.
  private static String command(HostSettings settings) {
    var words = new ArrayList<String>();
    words.add(settings.home().map(home -> home.resolve("bin/clerk").toString()).orElse("/usr/local/bin/clerk"));
    words.add("--storage-dir " + settings.storageDirectory());
    words.add("--site-config-dir " + settings.siteConfigDirectory());
    if (Files.isRegularFile(settings.configFile())) {
      words.add("--config-file " + settings.configFile().toAbsolutePath());
    }
    return String.join(" ", words);
  }
}
