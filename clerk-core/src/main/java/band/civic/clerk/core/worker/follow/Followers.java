package band.civic.clerk.core.worker.follow;

import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Follower;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Site;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What follows from events, as jobs: the pipelines that are made from data just loaded, their deployment, webhooks.
public final class Followers implements Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

  private final JobQueue queue;
  private final JobBook book;
  private final Interest interest;

  /// Who is interested in events.
  ///
  /// @param pipelines all pipelines of this host
  /// @param sites finds a registered site
  /// @param kinds the types of jobs
  /// @param webhooks who is told
  /// @param deploys whether new data are deployed by themselves
  public record Interest(Iterable<Pipeline> pipelines, Function<String, Optional<? extends Site>> sites, JobKinds kinds,
      Webhooks webhooks, boolean deploys) {}

  public Followers(JobQueue queue, JobBook book, Interest interest) {
    this.queue = queue;
    this.book = book;
    this.interest = interest;
  }

  @Override
  public void follow(Event event) {
    if (event.kind() == Kind.DATA_LOADED) {
      event.about().dataType().ifPresent(type -> enqueuePipelines(event, type));
      if (interest.deploys()) {
        enqueue(interest.kinds().get("deploy").forSite(event.about().subdomain(), Map.of()), event);
      }
    }
    for (var webhook : interest.webhooks().listFor(event)) {
      var arguments = Map.of(WebhookJob.EVENT, event.id(), WebhookJob.WEBHOOK, webhook.label());
      enqueue(interest.kinds().get(WebhookJob.TYPE).forHost(arguments), event);
    }
  }

  private void enqueuePipelines(Event event, String loaded) {
    for (var pipeline : interest.pipelines()) {
      if (pipeline.startsAfter().contains(loaded)) {
        interest.sites()
            .apply(event.about().subdomain())
            .filter(site -> supports(pipeline, site))
            .ifPresent(site -> enqueue(
                interest.kinds().get(pipeline.dataType() + ".etl").forSite(site.subdomain(), Map.of()), event));
      }
    }
  }

  /// A plugin that fails at a question does not keep the others from being started.
  private static boolean supports(Pipeline pipeline, Site site) {
    try {
      return pipeline.supports(site);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("pipeline {} cannot tell whether it supports {}", pipeline.dataType(), site.subdomain(), e);
      return false;
    }
  }

  /// A job that waits will see what happened; one that runs may have looked before, so another one goes behind it.
  private void enqueue(NewJob job, Event event) {
    var wanted = job.withCreatedBy("event " + event.id());
    var put = queue.enqueue(wanted);
    if (put.coalesced() && book.findJob(put.jobId()).filter(other -> other.state() == JobState.RUNNING).isPresent()) {
      var _ = queue.enqueue(wanted.withoutUniqueKey());
    }
  }
}
