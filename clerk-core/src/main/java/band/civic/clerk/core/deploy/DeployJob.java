package band.civic.clerk.core.deploy;

import band.civic.clerk.core.deploy.Deployer.Delivery;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The host's own job `deploy`: puts a site's databases on one target or all, then the index of all sites. A target that
/// fails does not keep the others from being served; the run fails then, and tries all again.
public final class DeployJob implements JobType {
  public static final String NAME = "deploy";
  /// Only this target.
  public static final String TARGET = "target";
  /// Put back what was there before.
  public static final String ROLLBACK = "rollback";

  private final Supplier<Deployer> deployer;
  private final Supplier<List<DeployTarget>> targets;
  private final BiFunction<Event, Site, List<Notice>> announce;

  /// @param targets all that are set up
  /// @param announce tells listeners; gives back a notice for each that failed
  public DeployJob(Supplier<Deployer> deployer, Supplier<List<DeployTarget>> targets,
      BiFunction<Event, Site, List<Notice>> announce) {
    this.deployer = deployer;
    this.targets = targets;
    this.announce = announce;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Copy the published databases of a site to the deploy targets.";
  }

  @Override
  public Duration timeout() {
    return Duration.ofHours(2);
  }

  @Override
  public TaskReport run(TaskContext context) {
    var chosen = choose(context.option(TARGET));
    var here = deployer.get();
    var deliveries = context.option(ROLLBACK).isPresent()
        ? chosen.stream().map(target -> here.rollBack(context.site(), target, context.runId())).toList()
        : here.deploy(context.site(), chosen, context.runId());
    context.checkCancelled();
    here.deployIndex(reached(chosen, deliveries));
    var notices = tell(here, context, deliveries);
    deliveries.stream()
        .flatMap(each -> each.failure().stream())
        .findFirst()
        .ifPresent(failure -> {
          throw failure;
        });
    return TaskReport.empty()
        .withWritten(deliveries.stream().mapToLong(each -> each.files().size()).sum())
        .withChanged(deliveries.stream().mapToLong(Delivery::changed).sum())
        .withNotices(notices);
  }

  private List<Notice> tell(Deployer here, TaskContext context, List<Delivery> deliveries) {
    var failed = new ArrayList<Notice>();
    deliveries.forEach(each -> each.event().ifPresent(event -> failed.addAll(announce.apply(event, context.site()))));
    if (!failed.isEmpty()) {
      here.warn(context.runId(), failed.stream()
          .map(notice -> notice.subject() + ": " + notice.message())
          .distinct()
          .collect(Collectors.joining("; ")));
    }
    return failed;
  }

  private static List<DeployTarget> reached(List<DeployTarget> targets, List<Delivery> deliveries) {
    var names = deliveries.stream().filter(each -> each.failure().isEmpty()).map(Delivery::target).toList();
    return targets.stream().filter(target -> names.contains(target.name())).toList();
  }

  private List<DeployTarget> choose(Optional<String> name) {
    var all = targets.get();
    if (all.isEmpty()) {
      throw new BadConfiguration("There is no deploy target. Set deploy.directory.path, deploy.s3.bucket or "
          + "deploy.command.program in clerk.yaml, or install a plugin that brings one.");
    }
    var chosen = all.stream().filter(target -> name.isEmpty() || name.get().equals(target.name())).toList();
    if (chosen.isEmpty()) {
      throw new BadConfiguration("There is no deploy target `%s`; there are: %s.".formatted(name.orElse(""),
          all.stream().map(DeployTarget::name).collect(Collectors.joining(", "))));
    }
    return chosen;
  }
}
