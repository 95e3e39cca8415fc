package band.civic.clerk.core.config;

import band.civic.clerk.core.config.ConfigFile.Entry;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settings in their order: flag, environment, `clerk.yaml`. What nobody set is absent.
public final class ClerkSettings implements Settings {
  private final Map<String, String> flags;
  private final Surroundings surroundings;
  private final Map<String, Entry> file;

  ClerkSettings(Map<String, String> flags, Surroundings surroundings, Map<String, Entry> file) {
    this.flags = Map.copyOf(flags);
    this.surroundings = surroundings;
    this.file = Map.copyOf(file);
  }

  @Override
  public Optional<String> find(String key) {
    return findFound(key).map(Found::value);
  }

  @Override
  public Optional<String> findSecret(String key) {
    return surroundings.variable(variableOf(key))
        .or(() -> secretFile(key).map(file -> read(file, key)))
        .or(() -> plainVariableOf(key).flatMap(surroundings::variable));
  }

  /// Everything that anyone set, by key; secrets are masked. Of a secret that a file holds, the file's name is shown.
  public List<Setting> list() {
    var keys = new TreeSet<>(flags.keySet());
    keys.addAll(file.keySet());
    var variables = keys.stream().map(ClerkSettings::variableOf).toList();
    surroundings.environment()
        .keySet()
        .stream()
        .filter(name -> name.matches("CLERK_[A-Z0-9_]+") && !variables.contains(name))
        .filter(name -> surroundings.variable(name).isPresent())
        .map(ClerkSettings::keyOf)
        .forEach(keys::add);
    var settings = new ArrayList<Setting>();
    keys.forEach(key -> findFound(key).ifPresent(
        found -> settings.add(new Setting(key, Secrets.masked(key, found.value()), found.origin()))));
    return List.copyOf(settings);
  }

  /// The keys of `clerk.yaml` that nobody reads, each with its line. Host keys were judged when the file was read.
  ///
  /// @param known keys that plugins name; `netfile.sources.*` stands for all that begin so
  /// @param complete whether those are all plugins; if not, a key is judged only when its first word is known
  public List<String> unknown(Collection<String> known, boolean complete) {
    var all = Stream.concat(HostKeys.BELOW_A_WORD.stream(), known.stream()).toList();
    var sections = all.stream().map(ClerkSettings::section).collect(Collectors.toSet());
    var unknown = new ArrayList<String>();
    new TreeMap<>(file).forEach((key, entry) -> {
      if (key.contains(".") && (complete || sections.contains(section(key)))
          && all.stream().noneMatch(name -> covers(name, key))) {
        unknown.add("%s: unknown setting `%s`: %s".formatted(entry.origin(), key, isOfHost(key)
            ? "the host knows " + String.join(", ", HostKeys.BELOW_A_WORD)
            : "no plugin reads it"));
      }
    });
    return List.copyOf(unknown);
  }

  private static boolean isOfHost(String key) {
    return HostKeys.BELOW_A_WORD.stream().anyMatch(name -> section(name).equals(section(key)));
  }

  private static boolean covers(String name, String key) {
    return name.equals(key) || (name.endsWith(".*") && key.startsWith(name.substring(0, name.length() - 1)));
  }

  private static String section(String key) {
    return key.replaceFirst("\\..*", "");
  }

  /// The setting with who set it.
  Optional<Found> findFound(String key) {
    return Optional.ofNullable(flags.get(key))
        .map(value -> new Found(value, "flag --" + key, false))
        .or(() -> findInEnvironment(variableOf(key)))
        .or(() -> plainVariableOf(key).flatMap(this::findInEnvironment))
        .or(() -> Optional.ofNullable(file.get(key)).map(e -> new Found(e.value(), e.origin(), true)));
  }

  /// The value of an environment variable, as a setting.
  Optional<Found> findInEnvironment(String variable) {
    return surroundings.variable(variable).map(value -> new Found(value, "environment " + variable, false));
  }

  private Optional<Path> secretFile(String key) {
    return surroundings.variable(variableOf(key) + "_FILE").map(surroundings.workingDirectory()::resolve);
  }

  private static String read(Path file, String key) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new BadConfiguration("The file %s, which %s_FILE names, cannot be read. Make it readable or unset %s_FILE."
          .formatted(file, variableOf(key), variableOf(key)), e);
    }
  }

  /// `netfile.page-size` is `CLERK_NETFILE_PAGE_SIZE`.
  static String variableOf(String key) {
    return "CLERK_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// The name under which the world knows a plugin's setting: `fec.api-key` is `FEC_API_KEY`. Host settings have none.
  private static Optional<String> plainVariableOf(String key) {
    return key.contains(".") && !isOfHost(key)
        ? Optional.of(variableOf(key).substring("CLERK_".length()))
        : Optional.empty();
  }

  /// The likeliest key of a variable: the first word names the plugin. Host settings have no such word.
  private static String keyOf(String variable) {
    var words = variable.substring("CLERK_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
    var ofHost = HostKeys.BELOW_A_WORD.stream().filter(key -> variableOf(key).equals(variable)).findFirst();
    if (ofHost.isPresent()) {
      return ofHost.get();
    }
    return HostKeys.isKnown(words) ? words : words.replaceFirst("-", ".");
  }

  /// A value and who set it.
  record Found(String value, String origin, boolean fromFile) {}
}
