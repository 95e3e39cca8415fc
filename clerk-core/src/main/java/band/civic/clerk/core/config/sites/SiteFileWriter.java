package band.civic.clerk.core.config.sites;

import band.civic.clerk.core.config.yaml.YamlText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a reviewed file for a site that has none.
public final class SiteFileWriter {

  private SiteFileWriter() {}

  /// Writes a new file with the facts alone.
  ///
  /// @throws BadConfiguration when it cannot be written
  public static void write(Path file, SiteFile site) {
    var text = """
        # yaml-language-server: $schema=../schema/site.schema.json
        subdomain: %s
        name: %s
        state: %s
        country: %s
        kind: %s
        """.formatted(site.subdomain(), YamlText.quoted(site.name()), site.state(), site.country(), site.kind());
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be written (%s). Make its directory writable."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }
}
