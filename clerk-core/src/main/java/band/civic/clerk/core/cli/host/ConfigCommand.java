package band.civic.clerk.core.cli.host;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.config.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk config`: the settings in force.
@Command(name = "config", description = "Show the settings and where each comes from.")
public final class ConfigCommand {
  private final Rooms rooms;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public ConfigCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Command(name = "show", description = "Print each setting, its value and where it comes from; secrets are masked.")
  int show(@Option(names = "--json", description = "Print JSON.") boolean json) {
    var settings = rooms.settings().list();
    if (json) {
      print(Json.of(settings.stream().map(ConfigCommand::json).toList()));
    } else {
      var table = TextTable.of("SETTING", "VALUE", "FROM");
      settings.forEach(setting -> table.add(setting.key(), setting.value(), setting.origin()));
      print(table.toString());
    }
    return 0;
  }

  private static Map<String, Object> json(Setting setting) {
    var json = new LinkedHashMap<String, Object>();
    json.put("key", setting.key());
    json.put("value", setting.value());
    json.put("origin", setting.origin());
    return json;
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
  }
}
