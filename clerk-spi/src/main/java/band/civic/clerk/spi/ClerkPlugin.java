package band.civic.clerk.spi;

import java.util.List;
import java.util.Set;

/// What one jar brings to clerk. Found by [java.util.ServiceLoader] inside the plugin's own class loader, so the class
/// is public, has a public constructor without arguments, and stands in
/// `META-INF/services/band.civic.clerk.spi.ClerkPlugin`.
///
/// Every method has a default: override what the plugin has to offer. The host calls each once at start, only for
/// commands that need it, and never holds more than what is returned. A method that throws takes this plugin out, never
/// the host.
///
/// ```java
/// public final class HelloPlugin implements ClerkPlugin {
///   public String name() {
///     return "hello";
///   }
///   public List<Pipeline> pipelines(PluginContext context) {
///     return List.of(new HelloPipeline());
///   }
/// }
/// ```
///
public interface ClerkPlugin {

  /// The plugin's name: lower-case words joined by `-`, unique among the plugins of a host.
  String name();

  /// The settings that it reads, by dotted key; `netfile.sources.*` stands for all keys that begin so. A key of
  /// `clerk.yaml` that no plugin names is an error that tells the line, so that a slip of the pen is not ignored.
  default Set<String> settings() {
    return Set.of();
  }

  /// Pipelines; the host turns each into `clerk <dataType> etl|extract|transform|load|rollback`. A data type that
  /// another plugin brought is a start-up error that names both.
  default List<Pipeline> pipelines(PluginContext context) {
    return List.of();
  }

  /// Single pieces of work that are not part of a pipeline. A name that another plugin brought is a start-up error that
  /// names both.
  default List<JobType> jobTypes(PluginContext context) {
    return List.of();
  }

  /// Listeners to what happens to sites. Each is told by itself: one that fails is recorded, the next is still told.
  default List<SiteListener> siteListeners(PluginContext context) {
    return List.of();
  }

  /// Places that databases are deployed to. A name that another plugin brought is a start-up error that names both.
  default List<DeployTarget> deployTargets(PluginContext context) {
    return List.of();
  }

  /// What `clerk health` looks at besides the host's own checks. A name that another plugin brought is a start-up error
  /// that names both.
  default List<HealthCheck> healthChecks(PluginContext context) {
    return List.of();
  }

  /// Further commands: objects annotated with picocli's `@Command`. A command named like a data type of this plugin is
  /// merged into it: its subcommands join `etl`, `extract` and the rest.
  default List<Object> commands(PluginContext context) {
    return List.of();
  }
}
