package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Causes;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.pf4j.DefaultPluginStatusProvider;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginStatusProvider;

/// Switches plugins off and on again, in `disabled.txt` (or, where somebody keeps one, `enabled.txt`) beside them.
///
/// @param pluginsDirectory where the plugins are
public record PluginSwitch(Path pluginsDirectory) {

  /// The plugin is passed over from the next command on.
  ///
  /// @throws BadConfiguration when the directory cannot be written
  public void disable(String id) {
    write(status -> status.disablePlugin(id));
  }

  /// The plugin is used again from the next command on.
  ///
  /// @throws BadConfiguration when the directory cannot be written
  public void enable(String id) {
    write(status -> status.enablePlugin(id));
  }

  private void write(Consumer<PluginStatusProvider> change) {
    try {
      change.accept(new DefaultPluginStatusProvider(pluginsDirectory));
    } catch (PluginRuntimeException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new BadConfiguration("the list of disabled plugins in " + pluginsDirectory + " cannot be written ("
          + Causes.of(cause) + "); make that directory writable", e);
    }
  }
}
