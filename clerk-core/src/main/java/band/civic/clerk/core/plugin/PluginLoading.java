package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Descriptors;
import band.civic.clerk.core.plugin.disk.PluginFile;
import band.civic.clerk.core.plugin.disk.Unusable;
import band.civic.clerk.core.plugin.disk.ZipCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pf4j.PluginDependency;

/// Loads files one by one, so that a bad one only ever costs itself and what depends on it.
final class PluginLoading {
  private final ClerkPluginManager manager;
  private final Map<String, PluginFile> waiting = new LinkedHashMap<>();
  private final Map<String, LoadedPlugin> loaded = new HashMap<>();
  private final List<BrokenPlugin> broken = new ArrayList<>();
  private final List<DisabledPlugin> disabled = new ArrayList<>();

  PluginLoading(ClerkPluginManager manager) {
    this.manager = manager;
  }

  Plugins load(List<Path> files, ZipCache zips) {
    files.forEach(file -> read(file, zips));
    while (startThoseWhoseTurnItIs()) {
      // each round decides at least one plugin
    }
    waiting.values().forEach(file -> reject(file, waitingFor(file)));
    return new Plugins(manager, loaded.values(), broken, disabled);
  }

  private void read(Path path, ZipCache zips) {
    try {
      var file = PluginFile.read(path, zips);
      Optional.ofNullable(waiting.get(file.id())).ifPresentOrElse(other -> choose(file, other), () -> wait(file));
    } catch (Unusable e) {
      broken.add(BrokenPlugin.of(e, path, Optional.empty()));
    }
  }

  private void wait(PluginFile file) {
    waiting.put(file.id(), file);
  }

  /// The higher version wins; of equal ones the first by file name.
  private void choose(PluginFile file, PluginFile other) {
    var newer = Descriptors.VERSIONS.compareVersions(file.version(), other.version()) > 0;
    var winner = newer ? file : other;
    wait(winner);
    reject(newer ? other : file, "version %s of the same plugin (%s) is used; take one of the two away"
        .formatted(winner.version(), winner.file().getFileName()));
  }

  private boolean startThoseWhoseTurnItIs() {
    var turn = waiting.values().stream().filter(this::isDecided).toList();
    for (var file : turn) {
      waiting.remove(file.id());
      start(file);
    }
    return !turn.isEmpty();
  }

  private boolean isDecided(PluginFile file) {
    return needs(file).stream().noneMatch(need -> waiting.containsKey(need.getPluginId()));
  }

  private void start(PluginFile file) {
    if (manager.isDisabled(file)) {
      disabled.add(new DisabledPlugin(file.file(), file.id(), file.version()));
      return;
    }
    try {
      Descriptors.checkRange(file.descriptor(), manager.getSystemVersion());
      for (var need : needs(file)) {
        checkNeed(need);
      }
      var brings = manager.start(file);
      loaded.put(file.id(), LoadedPlugin.of(file, brings, manager.getPluginClassLoader(file.id())));
    } catch (Unusable e) {
      broken.add(BrokenPlugin.of(e, file.file(), Optional.of(file.id())));
    }
  }

  private void checkNeed(PluginDependency need) throws Unusable {
    var id = need.getPluginId();
    var found = loaded.get(id);
    if (found == null) {
      var known = broken.stream().anyMatch(other -> other.id().equals(Optional.of(id)));
      throw new Unusable("it needs the plugin '" + id + (known ? "', which cannot be used" : "', which is not there"));
    }
    if (!fits(found.version(), need.getPluginVersionSupport())) {
      throw new Unusable("it needs the plugin '%s' in version %s, and %s is installed".formatted(id,
          need.getPluginVersionSupport(), found.version()));
    }
  }

  private static boolean fits(String version, String range) throws Unusable {
    try {
      return Descriptors.VERSIONS.checkVersionConstraint(version, range);
    } catch (RuntimeException e) {
      throw new Unusable("its Plugin-Dependencies asks for version '" + range + "', which is no range of versions", e);
    }
  }

  private static List<PluginDependency> needs(PluginFile file) {
    return file.descriptor().getDependencies().stream().filter(need -> !need.isOptional()).toList();
  }

  /// Why a plugin's turn never came: it is part of a circle, or needs a plugin that is.
  private String waitingFor(PluginFile start) {
    var path = new ArrayList<String>();
    var next = start.id();
    while (!path.contains(next)) {
      path.add(next);
      next = needs(Objects.requireNonNull(waiting.get(next))).stream()
          .map(PluginDependency::getPluginId)
          .filter(waiting::containsKey)
          .findFirst()
          .orElseThrow();
    }
    return next.equals(start.id())
        ? "it waits for itself: " + String.join(" needs ", path) + " needs " + next
        : "it needs the plugin '" + path.get(1) + "', which cannot be used";
  }

  private void reject(PluginFile file, String cause) {
    broken.add(new BrokenPlugin(file.file(), Optional.of(file.id()), cause, Optional.empty()));
  }
}
