package band.civic.clerk.core.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Options that stand before or after any command.
@Command
public final class GlobalOptions {

  @Option(names = "--storage-dir", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Where the registry and the databases are (CLERK_STORAGE_DIR).")
  private @Nullable String storageDirectory;

  @Option(names = "--plugins-dir", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Where plugins are looked for (CLERK_PLUGINS_DIR).")
  private @Nullable String pluginsDirectory;

  @Option(names = "--site-config-dir", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Where the reviewed site files are (CLERK_SITE_CONFIG_DIR).")
  private @Nullable String siteConfigDirectory;

  @Option(names = "--config-file", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "The settings file (CLERK_CONFIG; default: clerk.yaml).")
  private @Nullable String config;

  @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "Print nothing but errors.")
  private boolean quiet;

  @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT, description = "Print the log and stack traces too.")
  private boolean verbose;

  /// Takes these options out of what was typed, wherever they stand before `--`. A quick look, for whoever has to know
  /// them before picocli is asked.
  ///
  /// @return the other words
  public List<String> take(List<String> typed) {
    var others = new ArrayList<String>();
    for (var words = typed.iterator(); words.hasNext();) {
      var word = words.next();
      if (word.equals("--")) {
        words.forEachRemaining(others::add);
      } else if (!take(word, words)) {
        others.add(word);
      }
    }
    return others;
  }

  private boolean take(String word, Iterator<String> rest) {
    var sign = word.indexOf('=');
    var name = sign < 0 ? word : word.substring(0, sign);
    switch (name) {
      case "-q", "--quiet" -> quiet = true;
      case "-v", "--verbose" -> verbose = true;
      case "--storage-dir" -> storageDirectory = value(word, sign, rest);
      case "--plugins-dir" -> pluginsDirectory = value(word, sign, rest);
      case "--site-config-dir" -> siteConfigDirectory = value(word, sign, rest);
      case "--config-file" -> config = value(word, sign, rest);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String value(String word, int sign, Iterator<String> rest) {
    return sign >= 0 ? word.substring(sign + 1) : rest.hasNext() ? rest.next() : null;
  }

  /// Whether nothing but errors may be printed.
  public boolean quiet() {
    return quiet;
  }

  /// Whether the log and stack traces are wanted on the terminal.
  public boolean verbose() {
    return verbose;
  }

  /// The settings that were given as flags, by setting key: `storage-dir`, `plugins-dir`, `site-config-dir`, `config-file`.
  public Map<String, String> settings() {
    var given = new LinkedHashMap<String, String>();
    put(given, "storage-dir", storageDirectory);
    put(given, "plugins-dir", pluginsDirectory);
    put(given, "site-config-dir", siteConfigDirectory);
    put(given, "config-file", config);
    return given;
  }

  private static void put(Map<String, String> given, String key, @Nullable String value) {
    Optional.ofNullable(value).ifPresent(v -> given.put(key, v));
  }
}
