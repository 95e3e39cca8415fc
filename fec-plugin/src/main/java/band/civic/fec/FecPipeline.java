package band.civic.fec;

import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Task;
import java.util.List;

/// From what the FEC publishes to `fec.db`: extract keeps bronze, transform makes silver of it, load publishes it.
public final class FecPipeline implements Pipeline {
  private static final SiteDatabase DATABASE = new SiteDatabase("fec/fec.db", "Federal campaign money",
      "Money in federal elections as reported to the Federal Election Commission.", "Federal Election Commission",
      "https://www.fec.gov/data/",
      "Public record. The law forbids using names and addresses of contributors in it to solicit.", List.of(),
      List.of());

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
    return DATABASE;
  }

  @Override
  public boolean supports(Site site) {
    return site.country().equals("US");
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
