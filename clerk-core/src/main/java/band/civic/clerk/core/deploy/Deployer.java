package band.civic.clerk.core.deploy;

import band.civic.clerk.core.deploy.Deployment.State;
import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Facts;
import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import band.civic.clerk.spi.DeployTarget.Artefact;
import band.civic.clerk.spi.DeployTarget.Shipment;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the published databases of a site on deploy targets, each target by itself, then the public index of all sites.
/// Every file and target leaves a row, whether it went well or not.
public final class Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

  private final Path storage;
  private final Registry registry;
  private final Map<String, SiteDatabase> declarations;
  private final Clock clock;
  private final DeploymentBook book;

  /// @param declarations what each data type's pipeline publishes
  public Deployer(Path storage, Registry registry, Map<String, SiteDatabase> declarations, Clock clock) {
    this.storage = storage;
    this.registry = registry;
    this.declarations = Map.copyOf(declarations);
    this.clock = clock;
    this.book = new DeploymentBook(registry);
  }

  /// What came of one target.
  ///
  /// @param target its name
  /// @param files the databases that are there now, or should be
  /// @param changed how many of them were not there before
  /// @param event tells of it; empty when it could not take them
  /// @param failure why it could not take them
  public record Delivery(String target, List<Deployment> files, int changed, Optional<Event> event,
      Optional<RuntimeException> failure) {}

  /// Deploys what is published for a site.
  ///
  /// @param runId the run that does it
  /// @throws ValidationFailed when nothing is published, or a file is not what was published; nothing was deployed
  public List<Delivery> deploy(Site site, List<DeployTarget> targets, String runId) {
    var files = published(site);
    try (var staging = Staging.open(storage)) {
      files.forEach(file -> staging.link(file.path(), storage.resolve(file.path())));
      check(site, files, staging.artefacts());
      staging.write(site.subdomain() + "/" + Manifest.NAME, Manifest.of(site, files, declarations));
      var shipment = shipment(site.subdomain(), staging.artefacts());
      return deliver(targets, shipment, rows(site, files, runId));
    }
  }

  /// Puts back what was at a target before what is there now.
  ///
  /// @throws ValidationFailed when nothing was, or it is not kept any more; nothing was changed
  public Delivery rollBack(Site site, DeployTarget target, String runId) {
    var done = book.listThere(target.name(), site.subdomain())
        .stream()
        .filter(each -> each.runId().equals(runId))
        .toList();
    if (!done.isEmpty()) { // an earlier attempt of this run did it; another step back is nobody's wish
      return new Delivery(target.name(), done, 0, Optional.empty(), Optional.empty());
    }
    var before = book.listBefore(target.name(), site.subdomain());
    if (before.isEmpty()) {
      throw new ValidationFailed("%s: nothing else was deployed to target %s before. `clerk deploy %s` deploys what is "
          .formatted(site.subdomain(), target.name(), site.subdomain()) + "published now.");
    }
    var files = new PublishedFiles(registry, storage);
    try (var staging = Staging.open(storage)) {
      before.forEach(each -> staging.link(each.file(), files.find(each)));
      var known = before.stream().map(each -> DeployedVersions.find(registry, each)).toList();
      staging.write(site.subdomain() + "/" + Manifest.NAME, Manifest.of(site, known, declarations));
      var shipment = shipment(site.subdomain(), staging.artefacts());
      var rows = rows(site, known, runId);
      return deliver(target, shipment, rows, () -> book.takeBack(target.name(), site.subdomain()));
    }
  }

  /// Publishes the index of all sites on targets, until it tells of everything that was deployed meanwhile.
  public void deployIndex(List<DeployTarget> targets) {
    for (var target : targets) {
      Optional<String> told;
      do {
        told = book.findNewest();
        deployIndex(target);
      } while (!told.equals(book.findNewest()));
    }
  }

  /// Whether a site has anything to deploy.
  public boolean hasPublished(String subdomain) {
    return !new PublishedFiles(registry, storage).list(subdomain).isEmpty();
  }

  /// What a run deployed, or tried to.
  public List<Deployment> listOfRun(String runId) {
    return book.listOfRun(runId);
  }

  /// All deployments of a site, newest first.
  public List<Deployment> list(String subdomain, int limit) {
    return book.list(subdomain, limit);
  }

  /// Who failed to hear of a deployment that went well.
  public void warn(String runId, String message) {
    book.warn(runId, message);
  }

  private void deployIndex(DeployTarget target) {
    try (var staging = Staging.open(storage)) {
      var index = new SitesIndex(registry, declarations);
      index.write(staging, book.listThere(target.name()));
      target.deploy(shipment("", staging.artefacts()));
    }
  }

  private List<DeployedFile> published(Site site) {
    var files = new PublishedFiles(registry, storage).list(site.subdomain());
    if (files.isEmpty()) {
      throw new ValidationFailed("%s: nothing is published, so there is nothing to deploy. `clerk why %s` tells why."
          .formatted(site.subdomain(), site.subdomain()));
    }
    files.stream().filter(file -> !Files.isRegularFile(storage.resolve(file.path()))).findFirst().ifPresent(file -> {
      throw new ValidationFailed("%s: %s is published but not on this machine's disk; nothing was deployed."
          .formatted(site.subdomain(), file.path()));
    });
    return files;
  }

  /// A file that differs from what a run published is nobody's work, or a run published between two reads.
  private static void check(Site site, List<DeployedFile> files, List<Artefact> artefacts) {
    for (var i = 0; i < files.size(); i++) {
      if (!files.get(i).sha256().equals(artefacts.get(i).sha256())) {
        throw new ValidationFailed(("%s: %s is not the file that was published (its sha256 is %s, published was %s); "
            + "nothing was deployed. Try again if a run has just ended, else see `clerk reconcile --dry-run`.")
            .formatted(site.subdomain(), files.get(i).path(), artefacts.get(i).sha256(), files.get(i).sha256()));
      }
    }
  }

  private List<Delivery> deliver(List<DeployTarget> targets, Shipment shipment, List<Deployment> rows) {
    return targets.stream().map(target -> deliver(target, shipment, rows, () -> {})).toList();
  }

  private Delivery deliver(DeployTarget target, Shipment shipment, List<Deployment> rows, Runnable beforeRows) {
    var mine = rows.stream().map(row -> at(row, target.name())).toList();
    try {
      target.deploy(shipment);
      var changed = changed(mine);
      var event = event(mine.getFirst());
      registry.inTransaction(sql -> {
        beforeRows.run();
        mine.forEach(book::add);
        new Outbox(registry).add(event);
        return event;
      });
      LOG.info("deployed {} to {}: {} of {} files changed", shipment.subdomain(), target.name(), changed, mine.size());
      return new Delivery(target.name(), mine, changed, Optional.of(event), Optional.empty());
    } catch (RuntimeException e) {
      var failed = mine.stream().map(row -> failed(row, e)).toList();
      failed.forEach(book::add);
      return new Delivery(target.name(), failed, 0, Optional.empty(), Optional.of(e));
    }
  }

  private Event event(Deployment row) {
    var about = new About(row.subdomain(), Optional.empty(), Optional.of(row.runId()));
    return Event.of(Kind.DATA_DEPLOYED, about, Facts.deployed(row.target()), clock.instant());
  }

  private int changed(List<Deployment> rows) {
    var there = new ArrayList<String>();
    rows.forEach(row -> book.listThere(row.target(), row.subdomain()).forEach(old -> there.add(old.sha256())));
    return (int) rows.stream().filter(row -> !there.contains(row.sha256())).count();
  }

  private List<Deployment> rows(Site site, List<DeployedFile> files, String runId) {
    return files.stream()
        .map(file -> new Deployment(site.subdomain(), file.dataType(), "", runId, file.path(), file.bytes(),
            file.sha256(), State.PUBLISHED, clock.instant(), Optional.empty()))
        .toList();
  }

  private static Deployment at(Deployment row, String target) {
    return new Deployment(row.subdomain(), row.dataType(), target, row.runId(), row.file(), row.bytes(), row.sha256(),
        row.state(), row.at(), row.error());
  }

  private static Deployment failed(Deployment row, RuntimeException e) {
    return new Deployment(row.subdomain(), row.dataType(), row.target(), row.runId(), row.file(), row.bytes(),
        row.sha256(), State.FAILED, row.at(), Optional.of(String.valueOf(e.getMessage())));
  }

  private static Shipment shipment(String subdomain, List<Artefact> artefacts) {
    return new Shipment(subdomain, artefacts.getLast().sha256(), artefacts);
  }
}
