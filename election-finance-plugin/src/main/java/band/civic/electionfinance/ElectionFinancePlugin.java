package band.civic.electionfinance;

import band.civic.clerk.spi.ClerkPlugin;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.util.List;
import java.util.Set;

/// California local campaign finance: `clerk finance …`.
public final class ElectionFinancePlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "election-finance";
  }

  @Override
  public Set<String> settings() {
    return NetFileSettings.keys();
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
