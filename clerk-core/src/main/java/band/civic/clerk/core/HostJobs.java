package band.civic.clerk.core;

import band.civic.clerk.core.deploy.DeployJob;
import band.civic.clerk.core.cli.operate.OperatorsJobs;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.SiteKinds;
import band.civic.clerk.core.worker.follow.Followers.Interest;
import band.civic.clerk.core.worker.follow.Followers;
import band.civic.clerk.core.worker.follow.WebhookJob;
import band.civic.clerk.spi.JobType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All that this host can do as a job, and what it does when something happened.
///
/// @param rooms where the rest is
record HostJobs(OpenedRooms rooms) {

  /// The types of jobs of plugins and of the host itself.
  JobKinds kinds() {
    var sites = new SiteKinds(rooms.jobs(), rooms.sites());
    var ofPlugins = Stream.concat(
        rooms.plugins().pipelines().stream().flatMap(pipeline -> sites.of(pipeline).stream()),
        rooms.plugins().jobTypes().stream().map(sites::ofJob));
    return new JobKinds(Stream.concat(ofPlugins, ofHost(sites).stream()).toList());
  }

  /// Enqueues what follows from an event.
  void follow(Event event) {
    var pipelines = rooms.plugins().pipelines().stream().map(Contributed::value).toList();
    var interest = new Interest(pipelines, rooms.sites()::findSite, kinds(), webhooks(), deploys());
    new Followers(new JobQueue(rooms.registry(), rooms.clock()), new JobBook(rooms.registry()), interest).follow(event);
  }

  private List<JobKind> ofHost(SiteKinds sites) {
    var kinds = new ArrayList<>(List.of(
        sites.ofJob(new Contributed<JobType>("clerk", rooms.version(), rooms.deployJob())),
        WebhookJob.kind(() -> new Outbox(rooms.registry()), this::webhooks)));
    kinds.addAll(OperatorsJobs.list(rooms));
    return kinds;
  }

  private Webhooks webhooks() {
    return Webhooks.of(rooms.settings().settings(), rooms.clock());
  }

  /// Unless it is switched off, what is published goes to the targets that are set up.
  private boolean deploys() {
    var wanted = rooms.settings().settings().find("deploy.auto").map(Boolean::parseBoolean).orElse(true);
    return wanted && !new Deploying(rooms, rooms.events()).targets().isEmpty();
  }
}
