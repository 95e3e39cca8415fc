package band.civic.corkboard;

import band.civic.clerk.spi.ClerkPlugin;
import band.civic.clerk.spi.PluginContext;
import band.civic.corkboard.command.ServeCommand;
import java.util.List;

/// Serving: `clerk serve`.
public final class CorkboardPlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "corkboard";
  }

  @Override
  public List<Object> commands(PluginContext context) {
    return List.of(new ServeCommand(context));
  }
}
