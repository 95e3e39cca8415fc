package band.civic.electionfinance;

import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.PluginContext;
import band.civic.electionfinance.netfile.NetFileSettings;
import band.civic.electionfinance.netfile.connect2.AgencyMappings;
import band.civic.electionfinance.netfile.connect2.Connect2Client;
import band.civic.electionfinance.netfile.connect2.Connect2Client.AgencyList;
import band.civic.electionfinance.netfile.connect2.ListedAgency;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What `clerk finance` can do beside its pipeline.
@Command(name = "finance", description = "Campaign finance of California municipalities, from NetFile")
final class FinanceCommands {
  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  FinanceCommands(PluginContext context) {
    this.context = context;
  }

  @Command(name = "agencies", description = "List the agencies that NetFile has now.")
  int agencies(
      @Option(names = "--diff", description = "Only what differs from the reviewed agencies: new, renamed, gone.") boolean diff,
      @Option(names = "--save", paramLabel = "FILE.json", description = "Keep NetFile's answer, for `clerk agency propose`.") @Nullable Path save) {
    var out = spec.commandLine().getOut();
    var listed = listAgencies();
    if (save != null) {
      write(save, listed.answer().bytes());
    }
    if (diff) {
      print(out, AgencyMappings.read(context.siteConfigDirectory()).compare(listed.agencies()));
    } else {
      listed.agencies().forEach(agency -> out.println(line(agency)));
    }
    return 0;
  }

  private AgencyList listAgencies() {
    var settings = NetFileSettings.of(context.settings());
    var waiting = Waiting.real(Clock.systemUTC(), FinanceCommands::checkInterrupted);
    try (var http = new PoliteHttp(settings.httpPolicy(), new HostPace(), waiting)) {
      return new Connect2Client(settings, http).listAgencies();
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new ClerkException.BadConfiguration("--save: cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void print(PrintWriter out, AgencyMappings.Difference difference) {
    difference.added().forEach(agency -> out.println("new      " + line(agency)));
    difference.renamed().forEach(agency -> out.println("renamed  " + line(agency)));
    difference.gone().forEach(agency -> out.println("gone     " + line(agency)));
    difference.candidates().forEach(text -> out.println("review   " + text));
    var changes = difference.added().size() + difference.renamed().size() + difference.gone().size();
    out.println(changes == 0
        ? "NetFile's list is the reviewed one."
        : changes
            + " differences. `clerk finance agencies --save FILE.json`, `clerk agency propose --from FILE.json` and `clerk agency accept` review them.");
  }

  private static String line(ListedAgency agency) {
    return "%4d  %-8s %s".formatted(agency.id(), agency.shortcut(), agency.name());
  }

  private static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ClerkException.Cancelled("interrupted");
    }
  }
}
