package band.civic.clerk.spi;

import java.nio.file.Path;
import java.util.List;

/// A place that published databases are copied to: a directory, an object store, another machine. Each target is called
/// by itself; one that fails is recorded and the next is still served.
public interface DeployTarget {

  /// The name people give to `clerk deploy --target`, unique among all plugins.
  String name();

  /// Puts all files of one site there. Either readers see all of them or those of before; a call that is repeated with
  /// the same files changes nothing.
  ///
  /// @throws ClerkException.SourceUnavailable when the target cannot be reached; tried again later
  /// @throws ClerkException.BadConfiguration when it cannot work as it is set up
  void deploy(Shipment shipment);

  /// The files of one site.
  ///
  /// @param subdomain whose; empty for files of the whole installation (`sites.db`)
  /// @param version what is deployed, the same for the same content: the SHA-256 of the manifest
  /// @param artefacts the files; the manifest is the last
  record Shipment(String subdomain, String version, List<Artefact> artefacts) {

    public Shipment {
      artefacts = List.copyOf(artefacts);
    }
  }

  /// One file.
  ///
  /// @param path where it belongs below the target's root, `alameda.ca/finance/election_finance.db`
  /// @param file where it is now
  /// @param bytes its length
  /// @param sha256 of its content, lower-case hex
  record Artefact(String path, Path file, long bytes, String sha256) {}
}
