package band.civic.fec;

import band.civic.clerk.spi.ClerkPlugin;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext;
import java.util.List;
import java.util.Set;

/// Federal campaign money: `clerk fec …`.
public final class FecPlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "fec";
  }

  @Override
  public Set<String> settings() {
    return Set.of("fec.*");
  }

  @Override
  public List<Pipeline> pipelines(PluginContext context) {
    return List.of(new FecPipeline());
  }

  @Override
  public List<Object> commands(PluginContext context) {
    return List.of(FecCommands.of(context));
  }
}
