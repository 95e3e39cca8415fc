package band.civic.clerk.core.cli;

import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.plugin.PluginCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Answers that must come at once: the version, the list of commands and the list of sites. Nothing here touches picocli,
/// whose classes cannot be kept in a class cache (they are older than stack maps) and take longer than the answer.
public final class QuickCommands {
  private static final List<List<String>> HELP = List.of(List.of(), List.of("--help"), List.of("-h"), List.of("help"));
  private static final List<List<String>> VERSION = List.of(List.of("--version"), List.of("-V"));
  private static final List<String> SITES = List.of("site", "list");
  private static final List<String> TRAINING = List.of("warm-up", "quick");

  private final List<CommandEntry> entries;
  private final Function<Rooms, String> siteList;
  private final Rooms rooms;
  private final Streams streams;

  /// @param entries the host's commands, for the help
  /// @param siteList lists the sites
  public QuickCommands(List<CommandEntry> entries, Function<Rooms, String> siteList, Rooms rooms, Streams streams) {
    this.entries = entries;
    this.siteList = siteList;
    this.rooms = rooms;
    this.streams = streams;
  }

  /// Whether this is one of them. The list of commands may have to be made the long way, once after plugins changed.
  ///
  /// @param words what was typed, without the options of every command
  public static boolean answer(List<String> words) {
    return VERSION.contains(words) || HELP.contains(words) || words.equals(SITES) || words.equals(TRAINING);
  }

  /// Answers what was typed, if it is one of these.
  ///
  /// @param words what was typed, without the options of every command
  /// @return the exit code; empty when it is for others to answer
  public OptionalInt run(List<String> words) {
    var answer = find(words);
    answer.ifPresent(text -> streams.out().println(text.stripTrailing()));
    return answer.isPresent() ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private Optional<String> find(List<String> words) {
    if (VERSION.contains(words)) {
      return Optional.of("clerk " + rooms.version());
    }
    if (HELP.contains(words)) {
      return PluginCatalog.find(rooms.settings().pluginsDirectory(), rooms.version()).map(this::help);
    }
    return words.equals(SITES) ? Optional.of(siteList.apply(rooms)) : Optional.empty();
  }

  private String help(PluginCatalog catalog) {
    catalog.warnings().forEach(warning -> streams.err().println("clerk: warning: " + warning));
    return new RootHelp(entries, catalog).text();
  }
}
