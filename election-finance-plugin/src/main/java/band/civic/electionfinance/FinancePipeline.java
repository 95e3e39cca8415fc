package band.civic.electionfinance;

import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.electionfinance.extract.ExtractTask;
import band.civic.electionfinance.load.FinanceDatabase;
import band.civic.electionfinance.load.LoadTask;
import band.civic.electionfinance.transform.TransformTask;
import java.util.List;

/// From what NetFile says to `election_finance.db`: extract writes `pages`, transform makes `silver` of them, load
/// publishes it.
public final class FinancePipeline implements Pipeline {

  @Override
  public String dataType() {
    return "finance";
  }

  @Override
  public String description() {
    return "Campaign finance of California municipalities, from NetFile";
  }

  @Override
  public SiteDatabase database() {
    return FinanceDatabase.DECLARATION;
  }

  /// Those for which a person accepted an agency.
  @Override
  public boolean supports(Site site) {
    return !site.agencies("netfile").isEmpty();
  }

  @Override
  public List<Task> tasks() {
    return List.of(ExtractTask.create(), TransformTask.create("extract"), LoadTask.create("transform"));
  }

  @Override
  public List<PipelineOption> options() {
    return List.of(
        new PipelineOption("from", "PATH", "load files already on disk: workbooks, Connect2 CSV or JSON, CAL e-files",
            Stage.EXTRACT),
        new PipelineOption("sample", "", "load the plugin's invented sample municipality", Stage.EXTRACT),
        new PipelineOption("years", "YEARS", "only these years: 2018, 2017-2020, or 2014,2018", Stage.EXTRACT),
        new PipelineOption("compat", "MODE", "reproduce Open Disclosure's answers: odca-2020 or odca-head",
            Stage.TRANSFORM),
        new PipelineOption("curated", "DIR", "hand-kept CSV of candidates and measures", Stage.TRANSFORM),
        new PipelineOption("allow-shrink", "", "accept a result below half of the last one", Stage.LOAD));
  }
}
