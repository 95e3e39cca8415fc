package band.civic.clerk.core.deploy;

import band.civic.clerk.core.files.FileTree;
import band.civic.clerk.core.files.Sha256;
import band.civic.clerk.spi.DeployTarget.Artefact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A directory in which the files of one shipment stand still while they are copied: hard links, so that a version that
/// is published meanwhile does not change what is being deployed. Closing it removes the directory.
final class Staging implements AutoCloseable {
  private final Path directory;
  private final List<Artefact> artefacts = new ArrayList<>();

  private Staging(Path directory) {
    this.directory = directory;
  }

  /// An empty staging directory below the storage directory, where links to its files can be made.
  static Staging open(Path storage) {
    try {
      return new Staging(Files.createTempDirectory(Files.createDirectories(storage), ".deploy-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds a file under a path of the target.
  void link(String path, Path file) {
    try {
      var staged = place(path);
      linkOrCopy(staged, file);
      add(path, staged, Sha256.of(staged));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds content that is in no file yet.
  void write(String path, byte[] content) {
    try {
      var staged = place(path);
      Files.write(staged, content);
      add(path, staged, Sha256.of(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A place for a file that somebody else writes; [#written] adds it.
  Path place(String path) throws IOException {
    var staged = directory.resolve(path);
    Files.createDirectories(staged.resolveSibling(""));
    return staged;
  }

  /// Adds the file that was written at [#place].
  void written(String path) {
    try {
      add(path, directory.resolve(path), Sha256.of(directory.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was added, in order.
  List<Artefact> artefacts() {
    return List.copyOf(artefacts);
  }

  @Override
  public void close() {
    try {
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String path, Path file, String sha256) throws IOException {
    artefacts.add(new Artefact(path, file, Files.size(file), sha256));
  }

  private static void linkOrCopy(Path staged, Path file) throws IOException {
    try {
      Files.createLink(staged, file);
    } catch (UnsupportedOperationException | FileSystemException e) { // some file systems refuse links in other words
      Files.copy(file, staged);
    }
  }
}
