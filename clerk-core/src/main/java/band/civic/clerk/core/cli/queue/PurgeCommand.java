package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.Console;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.queue.JobQueue.Purged;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.queue.JobQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk purge`: takes all jobs of a site away, in every queue.
@Command(name = "purge", description = "Stop and delete all jobs of a site, in every queue. Its data and files stay.")
public final class PurgeCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private String subdomain = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public PurgeCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var site = rooms.sites().getSite(subdomain).subdomain();
    var purged = new JobQueue(rooms.registry(), rooms.clock()).purgeSite(site);
    print(new Console(Objects.requireNonNull(spec).commandLine(), rooms, json), "subdomain", site, purged);
    return ExitCodes.OK;
  }

  static void print(Console console, String what, String name, Purged purged) {
    var document = new LinkedHashMap<String, Object>();
    document.put(what, name);
    document.put("live", purged.live());
    document.put("ended", purged.ended());
    console.print(() -> List.of("%s: deleted %s that waited or ran, and %d that had ended."
        .formatted(name, Times.count(purged.live(), "job"), purged.ended())), () -> document);
  }
}
