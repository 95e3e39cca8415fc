package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Causes;
import band.civic.clerk.core.plugin.disk.Unusable;
import band.civic.clerk.spi.PluginContext;
import java.util.Optional;
import org.pf4j.Plugin;

/// What PF4J starts: to start a plugin is to ask it what it brings.
final class StartedPlugin extends Plugin {
  private final PluginCalls calls;
  private final PluginContext context;
  private Optional<Contributions> contributions = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();

  StartedPlugin(PluginCalls calls, PluginContext context) {
    this.calls = calls;
    this.context = context;
  }

  Contributions contributions() throws Unusable {
    return contributions.orElseThrow(() -> failure.orElseThrow() instanceof Unusable unusable
        ? unusable
        : new Unusable("it failed to start: " + Causes.of(failure.orElseThrow()), failure.orElseThrow()));
  }

  /// Keeps what the plugin throws: PF4J would log it with its stack trace, and lets errors other than linkage errors end
  /// the start of every plugin. Out of memory is not the plugin's fault; a stack overflow is.
  @Override
  public void start() {
    try {
      contributions = Optional.of(Contributions.of(calls, context));
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
        throw fatal;
      }
      failure = Optional.of(e);
    }
  }
}
