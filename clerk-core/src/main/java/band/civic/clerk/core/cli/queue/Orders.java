package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.queue.Enqueued;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.queue.Priority;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.core.site.SiteProblem;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.spi.ClerkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs of one type that a person wants.
///
/// @param rooms where the queue is
/// @param kind the type
/// @param wish what else was typed
record Orders(Rooms rooms, JobKind kind, Wish wish) {

  /// What is common to all of them.
  ///
  /// @param priority what goes first
  /// @param arguments for whoever does it
  /// @param force whether the same may be waiting or running
  /// @param runId their run; empty for a new one each
  record Wish(Priority priority, Map<String, String> arguments, boolean force, Optional<String> runId) {}

  /// What came of the wish for one.
  ///
  /// @param type its type
  /// @param site its site
  /// @param put the job, or the run that is at it already
  /// @param failure why there is none
  record Answer(String type, Optional<String> site, Optional<Enqueued> put, Optional<RuntimeException> failure) {}

  /// The registered sites that there is something to do for.
  List<String> listSupported() {
    var pipeline = rooms.plugins()
        .pipelines()
        .stream()
        .filter(each -> kind.dataType().filter(each.value().dataType()::equals).isPresent())
        .findFirst();
    return rooms.sites()
        .listSites()
        .stream()
        .filter(site -> pipeline.isEmpty() || pipeline.get().value().supports(site))
        .map(RegisteredSite::subdomain)
        .toList();
  }

  /// Puts them in. A site that is unknown does not stop the next.
  ///
  /// @param then what is to be done when all have ended
  List<Answer> put(List<String> subdomains, Optional<JobKind> then) {
    if (!kind.isOfSites()) {
      return List.of(new Answer(kind.type(), Optional.empty(), Optional.of(enqueue(hostJob())), Optional.empty()));
    }
    return then.isPresent() ? putAll(subdomains, then.get()) : subdomains.stream().map(this::put).toList();
  }

  private Answer put(String subdomain) {
    try {
      var job = siteJob(subdomain);
      var live = wish.force() ? Optional.<RunRow>empty() : liveRun(job);
      var put = live.map(run -> new Enqueued("", run.runId(), true)).orElseGet(() -> enqueue(job));
      return new Answer(kind.type(), Optional.of(subdomain), Optional.of(put), Optional.empty());
    } catch (ClerkException | SiteProblem e) {
      return new Answer(kind.type(), Optional.of(subdomain), Optional.empty(), Optional.of(e));
    }
  }

  private List<Answer> putAll(List<String> subdomains, JobKind then) {
    var jobs = subdomains.stream().map(this::siteJob).toList();
    var all = queue().enqueueAll(jobs, shaped(then.forHost(Map.of())));
    var answers = new ArrayList<Answer>();
    for (var i = 0; i < subdomains.size(); i++) {
      answers.add(new Answer(kind.type(), Optional.of(subdomains.get(i)), Optional.of(all.children().get(i)),
          Optional.empty()));
    }
    answers.add(new Answer(then.type(), Optional.empty(), Optional.of(all.after()), Optional.empty()));
    return answers;
  }

  /// The one that is for no site.
  NewJob hostJob() {
    return shaped(kind.forHost(wish.arguments()));
  }

  /// The one for a site.
  ///
  /// @throws SiteProblem when nobody knows the site
  NewJob siteJob(String subdomain) {
    var site = rooms.sites().getOrImport(subdomain);
    return shaped(kind.forSite(site.subdomain(), wish.arguments()));
  }

  private NewJob shaped(NewJob job) {
    var shaped = job.withPriority(wish.priority());
    var named = wish.runId().map(shaped::withRunId).orElse(shaped);
    return wish.force() ? named.withoutUniqueKey() : named;
  }

  /// The run that does just this at the moment, whoever started it.
  private Optional<RunRow> liveRun(NewJob job) {
    var now = rooms.clock().instant();
    var runs = new RunBook(rooms.registry(), DuePolicy.daily(() -> 0));
    return job.arguments().isEmpty()
        ? runs.findLive(job.site().orElseThrow(), now)
            .filter(run -> run.command().equals(kind.type().replace('.', ' ')))
        : Optional.empty();
  }

  private Enqueued enqueue(NewJob job) {
    return queue().enqueue(job);
  }

  private JobQueue queue() {
    return new JobQueue(rooms.registry(), rooms.clock());
  }
}
