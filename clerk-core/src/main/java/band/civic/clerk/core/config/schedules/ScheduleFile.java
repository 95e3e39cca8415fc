package band.civic.clerk.core.config.schedules;

import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.core.config.yaml.Schemas;
import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads `schedules.yaml`.
public final class ScheduleFile {
  private static final int DEFAULT_LIMIT = 1000;

  private final YamlFile yaml;
  private final List<String> problems = new ArrayList<>();

  private ScheduleFile(YamlFile yaml) {
    this.yaml = yaml;
  }

  /// The schedules of a directory of reviewed data, in their order; none when it has no such file.
  ///
  /// @throws BadConfiguration with every problem, each with its line
  public static List<ScheduleEntry> read(Path siteConfig) {
    var file = fileIn(siteConfig);
    return Files.isRegularFile(file) ? new ScheduleFile(YamlFile.read(file)).entries() : List.of();
  }

  /// Where the schedules stand.
  public static Path fileIn(Path siteConfig) {
    return siteConfig.resolve("schedules.yaml");
  }

  private List<ScheduleEntry> entries() {
    Schemas.check(yaml, "schedules");
    var zone = zone(yaml.root(), "").orElse(ZoneOffset.UTC);
    var entries = new ArrayList<ScheduleEntry>();
    var names = new HashSet<String>();
    for (var node : yaml.root().path("schedules")) {
      var pointer = "/schedules/" + entries.size();
      var entry = entry(node, pointer, zone);
      if (!names.add(entry.name())) {
        say(pointer + "/name", "the name `" + entry.name() + "` stands twice");
      }
      entries.add(entry);
    }
    if (!problems.isEmpty()) {
      throw new BadConfiguration(String.join("\n", problems));
    }
    return List.copyOf(entries);
  }

  private ScheduleEntry entry(JsonNode node, String pointer, ZoneId zone) {
    return new ScheduleEntry(node.path("name").asString(), node.path("description").asString(""),
        timing(node, pointer, zone), wish(node, pointer), yaml.placeOf(pointer));
  }

  private Timing timing(JsonNode node, String pointer, ZoneId zone) {
    if (node.has("every") == node.has("cron")) {
      say(pointer, "give one of `every` and `cron`");
    }
    return node.has("cron")
        ? new Timing.Cron(node.path("cron").asString(), zone(node, pointer).orElse(zone))
        : new Timing.Every(duration(node, "every").orElse(Duration.ofDays(1)));
  }

  private Wish wish(JsonNode node, String pointer) {
    var sites = For.valueOf(node.path("sites").asString("nobody").toUpperCase(Locale.ROOT));
    for (var key : List.of("only", "limit")) {
      if (node.has(key) && sites == For.NOBODY) {
        say(pointer + "/" + key, "`" + key + "` goes with `sites`");
      }
    }
    if (node.has("older-than") && sites != For.ENABLED) {
      say(pointer + "/older-than", "`older-than` goes with `sites: enabled`");
    }
    return new Wish(node.path("job").asString(), sites, duration(node, "older-than"),
        node.path("only").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        node.path("limit").asInt(DEFAULT_LIMIT), node.path("priority").asString("normal"),
        node.path("options")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, option -> option.getValue().asString())));
  }

  private Optional<ZoneId> zone(JsonNode node, String pointer) {
    try {
      return Optional.of(node.path("timezone").asString("")).filter(name -> !name.isEmpty()).map(ZoneId::of);
    } catch (DateTimeException e) {
      say(pointer + "/timezone", "there is no time zone `%s`; write it as America/Los_Angeles".formatted(node.path(
          "timezone").asString()));
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(JsonNode node, String key) {
    return Optional.of(node.path(key).asString(""))
        .filter(text -> !text.isEmpty())
        .map(text -> Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
  }

  private void say(String pointer, String problem) {
    problems.add(yaml.placeOf(pointer) + ": " + problem);
  }
}
