package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.files.Sha256;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.runs.LoadStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Published files against what was recorded of them. The cure is to load again: the site is due at once and its load
/// is not skipped. What is served meanwhile stays; a site whose load is pending already is not found again.
final class FileSuspects {
  private static final String SQLITE = ".db";

  private final OperateDesk desk;
  private final SiteDatasets datasets;
  private final LoadStates loads;

  FileSuspects(OperateDesk desk) {
    this.desk = desk;
    this.datasets = new SiteDatasets(desk.registry());
    this.loads = new LoadStates(desk.registry());
  }

  List<Suspect> list() {
    if (!Files.isDirectory(desk.storage())) {
      return List.of();
    }
    var suspects = new ArrayList<Suspect>();
    var sites = desk.sites();
    sites.stream().filter(site -> !isHeld(site)).forEach(site -> suspect(site).ifPresent(suspects::add));
    suspects.addAll(ofUnknownSites(sites));
    return suspects;
  }

  private static boolean isHeld(SiteState site) {
    return site.dataset().flatMap(SiteDataset::claimedBy).isPresent();
  }

  private Optional<Suspect> suspect(SiteState site) {
    var recorded = site.dataset().flatMap(SiteDataset::published);
    if (recorded.isPresent()) {
      return loads.isDone(site.key()) ? fault(site.key(), recorded.get()) : Optional.empty();
    }
    // never attempted: it is due anyway, and its first load writes over whatever is there
    return loads.isDone(site.key()) ? unregistered(site.key()) : Optional.empty();
  }

  private Optional<Suspect> fault(DatasetKey key, Publication recorded) {
    var file = desk.storage().resolve(recorded.file());
    if (!Files.isRegularFile(file)) {
      return Optional.of(again("missing-file", key, recorded.file(), "is not there"));
    }
    var size = size(file);
    if (size != recorded.bytes()) {
      return Optional.of(again("changed-file", key, recorded.file(), "has %,d bytes, recorded are %,d".formatted(size,
          recorded.bytes())));
    }
    return Sha256.of(file).equals(recorded.sha256())
        ? Optional.empty()
        : Optional.of(again("changed-file", key, recorded.file(), "has another content than was recorded"));
  }

  private Optional<Suspect> unregistered(DatasetKey key) {
    return Optional.ofNullable(desk.installed().files().get(key.dataType()))
        .map(path -> Path.of(key.subdomain()).resolve(path))
        .filter(path -> Files.isRegularFile(desk.storage().resolve(path)))
        .map(path -> again("unregistered-file", key, path.toString(), "is there, but nothing was recorded of it"));
  }

  private Suspect again(String kind, DatasetKey key, String file, String what) {
    return Suspect.of(kind, file, what + ": it is loaded again by the next run.", () -> loads.redo(key));
  }

  /// Directories that look like sites with published data and that nobody registered.
  private List<Suspect> ofUnknownSites(List<SiteState> sites) {
    var known = sites.stream().map(site -> site.key().subdomain()).collect(Collectors.toCollection(HashSet::new));
    known.addAll(datasets.listSubdomains());
    try (var directories = Files.list(desk.storage())) {
      return directories.filter(Files::isDirectory)
          .map(directory -> directory.getFileName().toString())
          .filter(name -> !known.contains(name) && hasData(name, Set.copyOf(desk.installed().files().values())))
          .sorted()
          .map(name -> Suspect.forAPerson("unknown-site", name,
              "has published files, but is not registered. `clerk site new %s` registers it, or move the directory away."
                  .formatted(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasData(String directory, Set<String> paths) {
    return paths.stream()
        .filter(path -> path.endsWith(SQLITE))
        .anyMatch(path -> Files.isRegularFile(desk.storage().resolve(directory).resolve(path)));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
