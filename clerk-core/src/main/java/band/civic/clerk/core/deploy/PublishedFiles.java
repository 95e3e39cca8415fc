package band.civic.clerk.core.deploy;

import band.civic.clerk.core.files.Sha256;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The published files of a site, as the registry knows them and as they are on disk.
final class PublishedFiles {
  private final Registry registry;
  private final Path storage;

  PublishedFiles(Registry registry, Path storage) {
    this.registry = registry;
    this.storage = storage;
  }

  /// What is published for a site now, by data type.
  List<DeployedFile> list(String subdomain) {
    return new SiteDatasets(registry).list(subdomain)
        .stream()
        .filter(dataset -> dataset.published().isPresent())
        .map(this::file)
        .toList();
  }

  /// Looks for content among the published file and its earlier versions.
  ///
  /// @throws ValidationFailed when it is not kept any more
  Path find(Deployment wanted) {
    var published = storage.resolve(wanted.file());
    return Stream.concat(Stream.of(published), previous(published))
        .filter(file -> holds(file, wanted))
        .findFirst()
        .orElseThrow(() -> new ValidationFailed(
            "%s: the version of %s that was deployed at %s (sha256 %s) is not kept any more; nothing was changed."
                .formatted(wanted.subdomain(), wanted.file(), wanted.at(), wanted.sha256())));
  }

  private static boolean holds(Path file, Deployment wanted) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == wanted.bytes()
          && Sha256.of(file).equals(wanted.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> previous(Path published) {
    var directory = published.resolveSibling("previous");
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".db")).sorted().toList().reversed().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeployedFile file(SiteDataset dataset) {
    var publication = dataset.published().orElseThrow();
    return DeployedVersions.of(registry, dataset.key(), publication);
  }
}
