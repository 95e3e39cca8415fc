package band.civic.electionfinance;

import band.civic.clerk.spi.ClerkPlugin;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext;
import java.util.List;

/// California local campaign finance: `clerk finance …`.
public final class ElectionFinancePlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "election-finance";
  }

  @Override
  public List<Pipeline> pipelines(PluginContext context) {
    return List.of(new FinancePipeline());
  }

  @Override
  public List<Object> commands(PluginContext context) {
    return List.of(new FinanceCommands(context));
  }
}
