package band.civic.clerk.spi;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the host lends to a plugin while it starts. Valid as long as the host runs; safe to keep and to share
/// between threads.
public interface PluginContext {

  /// The host's version, for messages and `User-Agent` headers.
  String hostVersion();

  /// Settings by dotted key.
  Settings settings();

  /// The shared storage directory; a site's files are below `{storageDirectory}/{subdomain}`.
  Path storageDirectory();

  /// The directory of reviewed site data (`sites/`, `agencies/`, …).
  Path siteConfigDirectory();

  /// The registered site of that subdomain.
  Optional<Site> findSite(String subdomain);

  /// All registered sites, by subdomain.
  List<Site> listSites();

  /// What all plugins publish, in the order of their pipelines: for plugins that serve, deploy or list it. Known only
  /// once all plugins have started, so ask when a command runs, not while plugins start.
  default List<SiteDatabase> listSiteDatabases() {
    return List.of();
  }

  /// Runs tasks of one of the host's pipelines for a site, now and in this process, by the door that `clerk <dataType>
  /// etl` uses: the site is claimed, the run and its tasks are recorded, Ctrl-C stops it. For commands whose work is
  /// tasks, so that a queue or a schedule can do the same.
  ///
  /// @param progress where a person reads how far it is; empty when nobody does
  default RunResult run(PipelineRun run, Optional<PrintWriter> progress) {
    throw new UnsupportedOperationException("This host does not run pipelines for plugins");
  }

  /// What a plugin's command wants run.
  ///
  /// @param dataType the pipeline's
  /// @param subdomain the site, registered or reviewed
  /// @param tasks the tasks to run, with what they depend on; empty for all
  /// @param options the pipeline's options by name, and `force`
  /// @param command what was typed, `fec bulk ingest`; kept with the run
  record PipelineRun(String dataType, String subdomain, Set<String> tasks, Map<String, String> options,
      String command) {

    public PipelineRun {
      tasks = Set.copyOf(tasks);
      options = Map.copyOf(options);
    }
  }

  /// What came of it.
  ///
  /// @param runId the run; when refused the one that was in the way
  /// @param refused whether another run holds the site
  /// @param exitCode what `clerk <dataType> etl` would have ended with
  /// @param failure what went wrong; throw it to have the host tell it
  record RunResult(String runId, boolean refused, int exitCode, Optional<Throwable> failure) {}
}
