package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.PluginsDirectory;
import band.civic.clerk.core.plugin.disk.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the plugins of a directory add to `clerk --help`, remembered from the last time they were loaded: to load plugins
/// costs more than all the rest of `clerk --help`.
///
/// A catalog holds for exactly the files it was made from (name, size, time) and for one version of clerk. It lies in the
/// user's cache directory; where nothing can be written there is none, and plugins are loaded each time.
///
/// @param groups by name
/// @param warnings what cannot be used and why, one line each
public record PluginCatalog(List<Group> groups, List<String> warnings) {
  private static final String END = "--";

  /// A data type or a command.
  ///
  /// @param name what is typed
  /// @param description one line
  public record Group(String name, String description) {}

  public PluginCatalog {
    groups = List.copyOf(groups);
    warnings = List.copyOf(warnings);
  }

  /// The catalog of a directory, if one was made and nothing has changed since.
  public static Optional<PluginCatalog> find(Path pluginsDirectory, String hostVersion) {
    return find(pluginsDirectory, hostVersion, UserCache.directory());
  }

  static Optional<PluginCatalog> find(Path pluginsDirectory, String hostVersion, Path cache) {
    try {
      var stamp = stamp(pluginsDirectory, hostVersion);
      var lines = Files.readAllLines(file(pluginsDirectory, cache));
      var holds = lines.size() > stamp.size() && lines.subList(0, stamp.size()).equals(stamp)
          && lines.getLast().equals(END);
      return holds ? Optional.of(parse(lines.subList(stamp.size(), lines.size() - 1))) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Remembers this catalog for the files as they are now. Does nothing where nothing can be written.
  public void remember(Path pluginsDirectory, String hostVersion) {
    remember(pluginsDirectory, hostVersion, UserCache.directory());
  }

  void remember(Path pluginsDirectory, String hostVersion, Path cache) {
    try {
      var lines = new ArrayList<>(stamp(pluginsDirectory, hostVersion));
      groups.forEach(group -> lines.add("group\t" + group.name() + "\t" + oneLine(group.description())));
      warnings.forEach(warning -> lines.add("warning\t" + oneLine(warning)));
      lines.add(END);
      var beside = Files.createTempFile(Files.createDirectories(cache), "plugins", ".new");
      Files.write(beside, lines);
      Files.move(beside, file(pluginsDirectory, cache), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException _) {
      // a catalog only saves time
    }
  }

  private static PluginCatalog parse(List<String> lines) {
    var words = lines.stream().map(line -> line.split("\t", -1)).toList();
    return new PluginCatalog(
        words.stream().filter(line -> line[0].equals("group")).map(line -> new Group(line[1], line[2])).toList(),
        words.stream().filter(line -> line[0].equals("warning")).map(line -> line[1]).toList());
  }

  /// What a catalog depends on, one line each.
  private static List<String> stamp(Path directory, String hostVersion) throws IOException {
    var lines = new ArrayList<>(List.of("clerk " + hostVersion, "java " + Runtime.version(), directory.toString()));
    var lists = Stream.of("disabled.txt", "enabled.txt").map(directory::resolve).filter(Files::exists);
    for (var plugin : Stream.concat(PluginsDirectory.list(directory).stream(), lists).toList()) {
      try (var files = Files.walk(plugin)) {
        for (var file : files.sorted().toList()) {
          lines.add(
              "%s\t%d\t%s".formatted(directory.relativize(file), Files.size(file), Files.getLastModifiedTime(file)));
        }
      }
    }
    lines.add(END);
    return lines;
  }

  private static Path file(Path directory, Path cache) {
    return cache.resolve("plugins-" + Integer.toHexString(directory.hashCode()) + ".txt");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
