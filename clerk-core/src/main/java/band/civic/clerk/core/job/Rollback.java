package band.civic.clerk.core.job;

import static java.util.stream.Collectors.joining;

import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Facts;
import band.civic.clerk.core.job.RunRequest.Caller;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.runs.HeldRun;
import band.civic.clerk.core.site.runs.Opening;
import band.civic.clerk.core.site.runs.RunEnd.Reach;
import band.civic.clerk.core.site.runs.RunEnd.State;
import band.civic.clerk.core.site.runs.RunEnd;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import band.civic.clerk.spi.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings an earlier version of a published database back. The version that is published now is kept as an earlier one,
/// so that a rollback can be rolled back.
public final class Rollback {
  private static final Logger LOG = LoggerFactory.getLogger(Rollback.class);

  private final RunDesk desk;

  public Rollback(RunDesk desk) {
    this.desk = desk;
  }

  /// An earlier version that can be brought back.
  ///
  /// @param name its file's name
  /// @param content what it holds
  public record Version(String name, Publication content) {}

  /// What was done.
  ///
  /// @param runId the run that did it
  /// @param version what was brought back
  /// @param file the published file
  /// @param kept the name under which the version before is kept
  public record Done(String runId, Version version, Path file, String kept) {}

  /// Earlier versions that a run recorded and that differ from what is published, newest first.
  public List<Version> listVersions(Work work, Site site) {
    var key = work.key(site.subdomain());
    var published = published(work, site);
    var current = Files.exists(published.file()) ? published.sha256() : "";
    return new PreviousFiles(published).list()
        .stream()
        .flatMap(file -> version(key, file).stream())
        .filter(version -> !version.content().sha256().equals(current))
        .toList();
  }

  /// Brings a version back.
  ///
  /// @param wanted its name; empty for the newest
  /// @throws ValidationFailed when there is no such version; nothing is changed
  /// @throws SourceUnavailable when a run is under way
  public Done run(Work work, Site site, Optional<String> wanted) {
    var version = choose(work, site, wanted);
    var key = work.key(site.subdomain());
    var opening = desk.newRun(key, work.name() + " rollback", Map.of(), Caller.PERSON);
    var run = switch (desk.runs().open(opening)) {
      case Opening.Opened(var held, var _) -> held;
      case Opening.Busy(var live) -> throw JobRunner.busy(live);
      case Opening.Missed() -> throw new SourceUnavailable(
          "%s: another run took the site in the same moment. Try again when it has ended.".formatted(site.subdomain()));
    };
    try (var _ = RunContext.enter(run, RunContext.jobId())) {
      LOG.info("run started: {}", opening.command());
      var done = bringBack(run, version, published(work, site));
      LOG.info("rolled back to {}", version.name());
      desk.notices().add(run.id(), "", desk.events().announce(done.event(), site));
      return done.done();
    }
  }

  /// What was done, and the event that tells of it.
  private record Told(Done done, Event event) {}

  private Told bringBack(HeldRun run, Version version, PublishedFile published) {
    var now = desk.clock().instant();
    var file = new PublishedFile(desk.storage(), desk.storage().resolve(version.content().file()));
    var kept = new PreviousFiles(published).exchange(file, now);
    var content = version.content();
    desk.publications()
        .published(run.id(), run.key(),
            new Publication(content.summary(), published.name(), content.bytes(), content.sha256()), now);
    var event = Event.of(Kind.DATA_LOADED, run.about(), Facts.loaded(content.summary()), now);
    desk.runs()
        .close(run, new RunEnd(State.SUCCEEDED, now, Optional.empty(), ExitCodes.OK, Reach.NONE),
            Optional.of(event));
    return new Told(new Done(run.id(), version, published.file(), kept), event);
  }

  private Version choose(Work work, Site site, Optional<String> wanted) {
    var versions = listVersions(work, site);
    return versions.stream()
        .filter(version -> wanted.isEmpty() || wanted.get().equals(version.name()))
        .findFirst()
        .orElseThrow(() -> new ValidationFailed("%s: there is no earlier version%s to bring back%s."
            .formatted(site.subdomain(), wanted.map(name -> " " + name).orElse(""), choice(versions))));
  }

  private static String choice(List<Version> versions) {
    return versions.isEmpty() ? "" : "; there are " + versions.stream().map(Version::name).collect(joining(", "));
  }

  private Optional<Version> version(DatasetKey key, PublishedFile file) {
    return desk.publications()
        .find(key, file.sha256())
        .flatMap(file::publication)
        .map(content -> new Version(String.valueOf(file.file().getFileName()), content));
  }

  private PublishedFile published(Work work, Site site) {
    var workspace = SiteWorkspace.of(desk.storage(), site.subdomain(), work);
    return new PublishedFile(desk.storage(), workspace.publishedFile());
  }
}
