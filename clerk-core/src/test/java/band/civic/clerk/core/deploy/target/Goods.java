package band.civic.clerk.core.deploy.target;

import band.civic.clerk.spi.DeployTarget.Artefact;
import band.civic.clerk.spi.DeployTarget.Shipment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Files to ship.
final class Goods {
  private final Path staging;
  private final List<Artefact> artefacts = new ArrayList<>();

  Goods(Path staging) {
    this.staging = staging;
  }

  Goods with(String path, byte[] content) throws IOException {
    var file = staging.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content);
    artefacts.add(new Artefact(path, file, content.length, sha256(content)));
    return this;
  }

  Goods with(String path, String content) throws IOException {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  Shipment to(String subdomain) {
    return new Shipment(subdomain, artefacts.getLast().sha256(), artefacts);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
