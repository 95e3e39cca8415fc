package band.civic.clerk.core.cli.plugin;

import band.civic.clerk.core.cli.PluginGroups;
import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.plugin.PluginSwitch;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk plugin`: what is installed, what each plugin brings, and why one cannot be used. These commands work on
/// plugins that clash, too.
@Command(name = "plugin", mixinStandardHelpOptions = true, description = "Show, check and switch plugins.")
public final class PluginCommand {
  private static final int BAD = new BadConfiguration("").exitCode();

  private final Rooms rooms;
  private final Supplier<Collection<String>> hostCommands;

  @Spec
  private @Nullable CommandSpec spec;

  /// @param hostCommands the names of the host's own commands, which no plugin may use
  public PluginCommand(Rooms rooms, Supplier<Collection<String>> hostCommands) {
    this.rooms = rooms;
    this.hostCommands = hostCommands;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the plugins: what they bring, and what cannot be used and why.")
  void list(@Option(names = "--json", description = "Print JSON.") boolean json) {
    try (var plugins = installed()) {
      var report = report(plugins);
      out().println(json ? Json.of(PluginTree.of(report)) : PluginPages.list(report));
    }
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show what one plugin brings. Exit code 78 when it cannot be used.")
  int show(@Parameters(paramLabel = "NAME", description = "The plugin's name.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (var plugins = installed()) {
      var report = getEntries(plugins, name);
      out().println(json
          ? Json.of(PluginTree.of(report))
          : PluginPages.show(report.entries().getFirst(), rooms.version()));
      return report.isGood() ? 0 : BAD;
    }
  }

  @Command(name = "verify", mixinStandardHelpOptions = true, description = "Check plugins: those that are installed, or the files that are named. "
      + "Exit code 78 when one is bad.")
  int verify(
      @Parameters(paramLabel = "FILE", arity = "0..*", description = "Jars, zips or directories.") @Nullable List<Path> files,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (var plugins = files == null ? installed() : ofFiles(files)) {
      var report = report(plugins);
      out().println(json ? Json.of(PluginTree.of(report)) : PluginPages.verdicts(report));
      return report.isGood() ? 0 : BAD;
    }
  }

  @Command(name = "disable", mixinStandardHelpOptions = true, description = "Switch a plugin off.")
  void disable(@Parameters(paramLabel = "NAME", description = "The plugin's name.") String name) {
    check(name);
    new PluginSwitch(rooms.settings().pluginsDirectory()).disable(name);
    out().println("The plugin " + name + " is switched off; `clerk plugin enable " + name + "` brings it back.");
  }

  @Command(name = "enable", mixinStandardHelpOptions = true, description = "Switch a plugin on again.")
  void enable(@Parameters(paramLabel = "NAME", description = "The plugin's name.") String name) {
    check(name);
    new PluginSwitch(rooms.settings().pluginsDirectory()).enable(name);
    out().println("The plugin " + name + " is switched on.");
  }

  private void check(String name) {
    try (var plugins = installed()) {
      var _ = getEntries(plugins, name);
    }
  }

  private PluginReport getEntries(Plugins plugins, String name) {
    var report = report(plugins).only(name);
    if (report.entries().isEmpty()) {
      throw new ParameterException(command(), "There is no plugin '" + name + "' in "
          + rooms.settings().pluginsDirectory() + "; `clerk plugin list` shows what is there.");
    }
    return report;
  }

  private PluginReport report(Plugins plugins) {
    return PluginReport.of(plugins, PluginGroups.of(plugins, hostCommands.get()));
  }

  private Plugins installed() {
    return Plugins.inspect(rooms.settings().pluginsDirectory(), rooms.pluginContext(), rooms.version());
  }

  private Plugins ofFiles(List<Path> files) {
    return Plugins.inspect(files, rooms.pluginContext(), rooms.version());
  }

  private PrintWriter out() {
    return command().getOut();
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
