package band.civic.fec;

import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Task;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.load.FecDatabase;
import java.util.List;

/// From what the FEC publishes to `fec.db`: extract keeps bronze, transform makes silver of it, load publishes it.
public final class FecPipeline implements Pipeline {
  @Override
  public String dataType() {
    return "fec";
  }

  @Override
  public String description() {
    return "Federal campaign money, from the FEC's bulk files and OpenFEC";
  }

  @Override
  public SiteDatabase database() {
    return FecDatabase.DECLARATION;
  }

  /// The nation, and those states and cities whose site file asks for their part of its rows. The others can be made by
  /// name, but nothing makes or misses them by itself.
  @Override
  public boolean supports(Site site) {
    return site.subdomain().equals(BronzeLayout.NATION) || site.extra().containsKey("fec.zips")
        || site.extra().getOrDefault("fec", "").equals("true");
  }

  @Override
  public List<Task> tasks() {
    return FecTasks.list();
  }

  @Override
  public List<PipelineOption> options() {
    return FecTasks.options();
  }
}
