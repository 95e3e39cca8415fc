package band.civic.clerk.core.plugin;

import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.HealthCheck;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.SiteListener;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A plugin's objects as the host holds them: each call goes through [PluginCalls].
final class Guarded {

  private Guarded() {}

  record GuardedPipeline(Pipeline inner, PluginCalls calls) implements Pipeline {

    @Override
    public String dataType() {
      return calls.call(inner::dataType);
    }

    @Override
    public String description() {
      return calls.call(inner::description);
    }

    @Override
    public SiteDatabase database() {
      return calls.call(inner::database);
    }

    @Override
    public boolean supports(Site site) {
      return calls.call(() -> inner.supports(site));
    }

    @Override
    public List<Task> tasks() {
      return calls.call(() -> inner.tasks().stream().<Task>map(task -> new GuardedTask(task, calls)).toList());
    }

    @Override
    public List<PipelineOption> options() {
      return calls.call(inner::options);
    }

    @Override
    public Set<String> startsAfter() {
      return calls.call(inner::startsAfter);
    }
  }

  record GuardedTask(Task inner, PluginCalls calls) implements Task {

    @Override
    public String name() {
      return calls.call(inner::name);
    }

    @Override
    public Stage stage() {
      return calls.call(inner::stage);
    }

    @Override
    public Set<String> dependsOn() {
      return calls.call(inner::dependsOn);
    }

    @Override
    public Set<String> reads() {
      return calls.call(inner::reads);
    }

    @Override
    public Set<String> writes() {
      return calls.call(inner::writes);
    }

    @Override
    public Freshness freshness() {
      return calls.call(inner::freshness);
    }

    @Override
    public TaskReport run(TaskContext context) {
      return calls.call(() -> inner.run(context));
    }
  }

  record GuardedJobType(JobType inner, PluginCalls calls) implements JobType {

    @Override
    public String name() {
      return calls.call(inner::name);
    }

    @Override
    public String description() {
      return calls.call(inner::description);
    }

    @Override
    public String queue() {
      return calls.call(inner::queue);
    }

    @Override
    public Duration timeout() {
      return calls.call(inner::timeout);
    }

    @Override
    public int maxAttempts() {
      return calls.call(inner::maxAttempts);
    }

    @Override
    public TaskReport run(TaskContext context) {
      return calls.call(() -> inner.run(context));
    }
  }

  record GuardedSiteListener(SiteListener inner, PluginCalls calls) implements SiteListener {

    @Override
    public void siteCreated(Site site) {
      calls.run(() -> inner.siteCreated(site));
    }

    @Override
    public void siteRemoved(Site site) {
      calls.run(() -> inner.siteRemoved(site));
    }

    @Override
    public void dataLoaded(Site site, String dataType, DataSummary summary) {
      calls.run(() -> inner.dataLoaded(site, dataType, summary));
    }

    @Override
    public void dataUnchanged(Site site, String dataType) {
      calls.run(() -> inner.dataUnchanged(site, dataType));
    }

    @Override
    public void runFailed(Site site, String dataType, String reason) {
      calls.run(() -> inner.runFailed(site, dataType, reason));
    }

    @Override
    public void siteStale(Site site, String dataType, Optional<Instant> lastSuccess) {
      calls.run(() -> inner.siteStale(site, dataType, lastSuccess));
    }

    @Override
    public void dataDeployed(Site site, String target) {
      calls.run(() -> inner.dataDeployed(site, target));
    }
  }

  record GuardedDeployTarget(DeployTarget inner, PluginCalls calls) implements DeployTarget {

    @Override
    public String name() {
      return calls.call(inner::name);
    }

    @Override
    public void deploy(Shipment shipment) {
      calls.run(() -> inner.deploy(shipment));
    }
  }

  record GuardedHealthCheck(HealthCheck inner, PluginCalls calls) implements HealthCheck {

    @Override
    public String name() {
      return calls.call(inner::name);
    }

    @Override
    public Result check() {
      return calls.call(inner::check);
    }
  }
}
