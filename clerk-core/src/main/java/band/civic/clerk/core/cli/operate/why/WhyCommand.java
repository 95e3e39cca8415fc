package band.civic.clerk.core.cli.operate.why;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.site.SiteProblem.UnknownSite;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk why`.
@Command(name = "why", description = "Tell why a site has no data, or old ones: from the mapping of its agencies to the last error.")
public final class WhyCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Parameters(paramLabel = "SITE", description = "The site.")
  private String site = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public WhyCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var known = rooms.previewSite(site).orElseThrow(() -> new UnknownSite(site));
    var tree = new WhyTree(rooms, known).grow();
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(tree.json()));
    } else {
      out.println(tree.text(""));
      out.println();
      out.println(tree.firstBad()
          .map(reason -> "Begin here: %s: %s%s".formatted(reason.what(), reason.message(),
              reason.fix().isEmpty() ? "" : " → " + reason.fix()))
          .orElse("Nothing stands in the way."));
    }
    return 0;
  }
}
