package band.civic.clerk.core.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;

/// The list of commands in `clerk --help`: what plugins bring first, then the host's own by section.
record RootHelp(List<CommandEntry> entries) {
  private static final String DATA = "Data (from plugins)";
  private static final String OTHER = "Other";

  String text(Help help) {
    var sections = new LinkedHashMap<String, List<String>>();
    sections.put(DATA, new ArrayList<>());
    entries.forEach(entry -> sections.putIfAbsent(entry.section(), new ArrayList<>()));
    sections.put(OTHER, new ArrayList<>());
    help.subcommands()
        .forEach((name, command) -> sections.getOrDefault(section(name), List.of())
            .add("  %-20s %s%n".formatted(name, description(command))));
    var text = new StringBuilder();
    sections.entrySet()
        .stream()
        .filter(section -> !section.getValue().isEmpty())
        .forEach(section -> append(text,
            section));
    return text.toString();
  }

  private String section(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .map(CommandEntry::section)
        .findFirst()
        .orElse(name.equals("generate-completion") ? OTHER : DATA);
  }

  private static void append(StringBuilder text, Map.Entry<String, List<String>> section) {
    text.append("%n%s:%n".formatted(section.getKey()));
    section.getValue().forEach(text::append);
  }

  private static String description(Help command) {
    var lines = command.commandSpec().usageMessage().description();
    return lines.length == 0 ? "" : lines[0];
  }
}
