package band.civic.clerk.core.cli;

import band.civic.clerk.core.plugin.PluginCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `clerk --help`. Written without picocli, which takes longer to draw it than all the rest of the command.
///
/// @param entries the host's commands
/// @param catalog what plugins add
record RootHelp(List<CommandEntry> entries, PluginCatalog catalog) {
  private static final String USAGE = """
      Usage: clerk [OPTIONS] COMMAND
      Public money-in-politics data, from where officials file it to a page anyone can search.
      """;
  private static final String OPTIONS = """

      Options of every command:
        -h, --help             Show the help of a command and exit; `clerk help COMMAND` does it too.
        -q, --quiet            Print nothing but errors.
        -v, --verbose          Print the log and stack traces too.
            --storage-dir DIR  Where the registry and the databases are (CLERK_STORAGE_DIR).
            --plugins-dir DIR  Where plugins are looked for (CLERK_PLUGINS_DIR).
            --site-config-dir DIR
                               Where the reviewed site files are (CLERK_SITE_CONFIG_DIR).
            --config-file FILE The settings file (CLERK_CONFIG; default: clerk.yaml).
        -V, --version          Print the version and exit.
      """;
  private static final int NAME_WIDTH = 22;

  String text() {
    var sections = new LinkedHashMap<String, List<String>>();
    catalog.groups().forEach(group -> add(sections, "Data (from plugins)", group.name(), group.description()));
    entries.forEach(entry -> add(sections, entry.section(), entry.name(), entry.description()));
    add(sections, "Shell", RootCommand.COMPLETION, "Print a script that completes commands in bash and zsh.");
    var text = new StringBuilder(USAGE);
    for (var section : sections.entrySet()) {
      append(text, section);
    }
    return text.append(OPTIONS).toString();
  }

  private static void add(Map<String, List<String>> sections, String section, String name, String description) {
    var gap = " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
    sections.computeIfAbsent(section, _ -> new ArrayList<>()).add("  " + name + gap + description);
  }

  private static void append(StringBuilder text, Map.Entry<String, List<String>> section) {
    text.append('\n').append(section.getKey()).append(":\n");
    for (var line : section.getValue()) {
      text.append(line).append('\n');
    }
  }
}
