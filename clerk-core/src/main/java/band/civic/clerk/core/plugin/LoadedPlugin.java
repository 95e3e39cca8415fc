package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.PluginFile;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.HealthCheck;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.SiteListener;
import java.nio.file.Path;
import java.util.List;

/// A plugin that works, and what it brings.
///
/// @param id its name, unique
/// @param version semantic version
/// @param description one line; may be empty
/// @param requires the range of clerk versions it was made for, `>=0.1.0 & <1.0.0`
/// @param file the jar, zip or directory
/// @param settings keys of the settings it reads
/// @param pipelines guarded
/// @param jobTypes guarded
/// @param siteListeners guarded
/// @param deployTargets guarded
/// @param healthChecks guarded
/// @param commands picocli-annotated objects
public record LoadedPlugin(String id, String version, String description, String requires, Path file,
    List<String> settings, List<Contributed<Pipeline>> pipelines, List<Contributed<JobType>> jobTypes,
    List<Contributed<SiteListener>> siteListeners, List<Contributed<DeployTarget>> deployTargets,
    List<Contributed<HealthCheck>> healthChecks, List<Contributed<Object>> commands) {

  static LoadedPlugin of(PluginFile file, Contributions brings, ClassLoader loader) {
    var descriptor = file.descriptor();
    var self = new Contributed<>(file.id(), file.version(), file, loader);
    return new LoadedPlugin(file.id(), file.version(), descriptor.getPluginDescription(), descriptor.getRequires(),
        file.file(), brings.settings(), all(self, brings.pipelines()), all(self, brings.jobTypes()),
        all(self, brings.siteListeners()), all(self, brings.deployTargets()), all(self, brings.healthChecks()),
        all(self, brings.commands()));
  }

  private static <T> List<Contributed<T>> all(Contributed<?> plugin, List<T> values) {
    return values.stream().map(value -> plugin.<T>with(value)).toList();
  }
}
