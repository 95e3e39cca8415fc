package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Causes;
import band.civic.clerk.core.plugin.disk.Unusable;
import band.civic.clerk.spi.ClerkPlugin;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.HealthCheck;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.SiteListener;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What one plugin brings, asked once.
///
/// @param settings keys of the settings it reads
/// @param pipelines guarded, data types checked
/// @param jobTypes guarded, names checked
/// @param siteListeners guarded
/// @param deployTargets guarded, names checked
/// @param healthChecks guarded, names checked
/// @param commands the plugin's own objects, for picocli
record Contributions(List<String> settings, List<Pipeline> pipelines, List<JobType> jobTypes,
    List<SiteListener> siteListeners, List<DeployTarget> deployTargets, List<HealthCheck> healthChecks,
    List<Object> commands) {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

  /// Finds the plugin's [ClerkPlugin] and asks it for everything.
  ///
  /// @throws Unusable when there is none, or it gives back what cannot be used
  static Contributions of(PluginCalls calls, PluginContext context) throws Unusable {
    var plugin = findPlugin(calls)
        .orElseThrow(() -> new Unusable("it has no META-INF/services/band.civic.clerk.spi.ClerkPlugin that names a"
            + " class of its own, so it brings nothing"));
    var _ = named(calls.call(plugin::name), "name()");
    var settings = list(calls, "settings()", () -> List.copyOf(plugin.settings()));
    var pipelines = list(calls, "pipelines()", () -> plugin.pipelines(context));
    var jobTypes = list(calls, "jobTypes()", () -> plugin.jobTypes(context));
    var listeners = list(calls, "siteListeners()", () -> plugin.siteListeners(context));
    var targets = list(calls, "deployTargets()", () -> plugin.deployTargets(context));
    var checks = list(calls, "healthChecks()", () -> plugin.healthChecks(context));
    var commands = list(calls, "commands()", () -> plugin.commands(context));
    return new Contributions(settings,
        unique(guard(pipelines, p -> new Guarded.GuardedPipeline(p, calls)), Pipeline::dataType, "data type"),
        unique(guard(jobTypes, j -> new Guarded.GuardedJobType(j, calls)), JobType::name, "job type"),
        guard(listeners, l -> new Guarded.GuardedSiteListener(l, calls)),
        unique(guard(targets, t -> new Guarded.GuardedDeployTarget(t, calls)), DeployTarget::name, "deploy target"),
        unique(guard(checks, c -> new Guarded.GuardedHealthCheck(c, calls)), HealthCheck::name, "health check"),
        commands);
  }

  private static Optional<ClerkPlugin> findPlugin(PluginCalls calls) {
    return calls.call(() -> ServiceLoader.load(ClerkPlugin.class, calls.loader())
        .stream()
        .filter(provider -> calls.loader().equals(provider.type().getClassLoader()))
        .findFirst()
        .map(ServiceLoader.Provider::get));
  }

  private static <T> List<T> list(PluginCalls calls, String method, Supplier<List<T>> hook)
      throws Unusable {
    try {
      return List.copyOf(calls.call(hook));
    } catch (NullPointerException e) {
      throw new Unusable("its " + method + " gave back null, holds null, or failed: " + Causes.of(e), e);
    }
  }

  private static <T> List<T> guard(List<T> values, Function<T, T> guard) {
    return values.stream().map(guard).toList();
  }

  private static <T> List<T> unique(List<T> values, Function<T, String> name, String kind) throws Unusable {
    var seen = new HashSet<String>();
    for (var value : values) {
      var word = named(name.apply(value), kind);
      if (!seen.add(word)) {
        throw new Unusable("it brings the " + kind + " '" + word + "' twice");
      }
    }
    return values;
  }

  private static String named(String word, String kind) throws Unusable {
    if (word == null || !WORD.matcher(word).matches()) {
      throw new Unusable("its " + kind + " '" + word + "' is no lower-case word");
    }
    return word;
  }
}
