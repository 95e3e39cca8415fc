package band.civic.clerk.core.deploy.target;

import band.civic.clerk.core.files.FileTree;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.DeployTarget;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// A directory, local or mounted. Each version of a site is a directory of its own below `.versions`, and the site's
/// name is a link to one of them that is switched in one step: readers see all files of a version or none. Files that
/// did not change are hard links to those of the version before, so a version costs what is new in it.
public final class DirectoryTarget implements DeployTarget {
  private static final String VERSIONS = ".versions";
  private static final int KEPT = 3;

  private final Path root;

  /// @param root made when it does not exist
  public DirectoryTarget(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "directory";
  }

  @Override
  public void deploy(Shipment shipment) {
    try {
      Files.createDirectories(root);
      if (shipment.subdomain().isEmpty()) {
        for (var artefact : shipment.artefacts()) {
          replace(artefact);
        }
      } else {
        switchTo(version(shipment), shipment.subdomain());
      }
    } catch (IOException e) {
      throw new SourceUnavailable("The deploy target directory %s cannot be written (%s). Make it writable, or name "
          .formatted(root, reason(e)) + "another with deploy.directory.path.", e);
    }
  }

  private void replace(Artefact artefact) throws IOException {
    var target = root.resolve(artefact.path());
    // a name of its own: two deployments may bring an index at the same time
    var beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      copy(artefact.file(), beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    sync(root);
  }

  private Path version(Shipment shipment) throws IOException {
    var versions = Files.createDirectories(root.resolve(VERSIONS).resolve(shipment.subdomain()));
    var version = versions.resolve(shipment.version());
    if (Files.isDirectory(version)) {
      return version;
    }
    var beside = versions.resolve("." + shipment.version() + ".new");
    FileTree.delete(beside);
    for (var artefact : shipment.artefacts()) {
      var file = beside.resolve(artefact.path().substring(shipment.subdomain().length() + 1));
      Files.createDirectories(file.resolveSibling(""));
      place(artefact, file);
    }
    Files.move(beside, version, StandardCopyOption.ATOMIC_MOVE);
    sync(versions);
    return version;
  }

  /// The file of the version before when it has the same content, else a copy.
  private void place(Artefact artefact, Path file) throws IOException {
    var before = root.resolve(artefact.path());
    if (Files.isRegularFile(before) && Files.size(before) == artefact.bytes()
        && Files.mismatch(before, artefact.file()) < 0) {
      Files.createLink(file, before.toRealPath());
    } else {
      copy(artefact.file(), file);
    }
  }

  private void switchTo(Path version, String subdomain) throws IOException {
    var link = root.resolve(subdomain);
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new BadConfiguration(
          "%s is there and was not made by a deployment. Move it away, then deploy again.".formatted(link));
    }
    var beside = root.resolve("." + subdomain + ".new");
    Files.deleteIfExists(beside);
    Files.createSymbolicLink(beside, root.relativize(version));
    Files.move(beside, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(version, FileTime.from(Instant.now()));
    sync(root);
    forget(version);
  }

  /// Readers may still have a file of an older version open; removing its name does not disturb them.
  private static void forget(Path current) throws IOException {
    for (var old : versions(current.resolveSibling("")).stream().skip(KEPT).toList()) {
      FileTree.delete(old);
    }
  }

  private static List<Path> versions(Path directory) throws IOException {
    try (var versions = Files.list(directory)) {
      return versions.filter(version -> !version.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparingLong((Path version) -> version.toFile().lastModified()).reversed())
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    sync(to);
  }

  private static void sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      channel.force(true);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
