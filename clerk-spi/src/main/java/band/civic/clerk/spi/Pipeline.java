package band.civic.clerk.spi;

import java.util.List;
import java.util.Set;

/// A graph of tasks that ends in one published database per site.
public interface Pipeline {

  /// One lower-case word, `finance`: the command group, the key of run records and of the site's data.
  String dataType();

  /// One line for `--help`.
  String description();

  /// The database that this pipeline publishes.
  SiteDatabase database();

  /// Whether this pipeline can do anything for the site.
  boolean supports(Site site);

  /// The tasks, in any order. Names are unique; every name in [Task#dependsOn()] exists; there is no cycle.
  List<Task> tasks();

  /// Options of its own that the generated commands take.
  default List<PipelineOption> options() {
    return List.of();
  }

  /// Data types whose newly loaded data this pipeline is made from: when a run of one of them has published something
  /// new for a site, a run of this pipeline is enqueued for that site, once.
  default Set<String> startsAfter() {
    return Set.of();
  }
}
