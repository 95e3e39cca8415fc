package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.PipelineState;
import band.civic.clerk.core.pipeline.SkipRule.Circumstances;
import band.civic.clerk.core.pipeline.SkipRule;
import band.civic.clerk.core.pipeline.TaskPlan;
import java.time.Instant;

/// What a run would do.
public final class Plans {

  private Plans() {}

  /// For a site of which nothing is known yet; needs no registry.
  public static TaskPlan first(RunRequest request, Instant now) {
    return of(request, PipelineState.empty(), now);
  }

  static TaskPlan of(RunRequest request, RunDesk desk) {
    var workspace = SiteWorkspace.of(desk.storage(), request.site().subdomain(), request.work());
    var file = new PublishedFile(desk.storage(), workspace.publishedFile());
    return of(request, desk.state(request.key(), file), desk.clock().instant());
  }

  private static TaskPlan of(RunRequest request, PipelineState state, Instant now) {
    var work = request.work();
    var circumstances = new Circumstances(request.options(), work.options(), work.pluginVersion(), now);
    return TaskPlan.of(work.graph(), request.selection(), new SkipRule(state, circumstances));
  }
}
