package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk status`.
@Command(name = "status", description = "Show how sites, queues, workers and runs stand; with a site, all of that one.")
public final class StatusCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Parameters(arity = "0..1", paramLabel = "SITE", description = "The site; all without.")
  private @Nullable String site;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public StatusCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var subdomain = site;
    if (subdomain == null) {
      var desk = OperatorsDoor.desk(rooms);
      out.println(json ? Json.of(StatusJson.of(desk)) : StatusText.of(desk));
    } else {
      var known = rooms.sites().getSite(subdomain);
      var status = SiteStatusFacts.of(known, OperatorsDoor.desk(rooms));
      out.println(json ? Json.of(SiteStatusView.json(status)) : SiteStatusView.text(status));
    }
    return 0;
  }
}
