package band.civic.clerk.core.plugin.disk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The packages that host and plugins share, besides the JDK. The host has the only copy: a plugin that carried its own
/// contract would bring objects the host does not know, and a second SQLite driver in one process can corrupt files,
/// because POSIX file locks do not exclude within a process.
public enum SharedPackages {
  SPI("band/civic/clerk/spi/", "clerk-spi"), SLF4J("org/slf4j/", "slf4j-api"), PICOCLI("picocli/",
      "picocli"), JSPECIFY("org/jspecify/", "jspecify"), SQLITE("org/sqlite/", "sqlite-jdbc");

  private static final List<SharedPackages> ALL = List.of(values());
  private static final Pattern VERSIONED = Pattern.compile("^META-INF/versions/\\d+/");

  private final String path;
  private final String artifact;

  SharedPackages(String path, String artifact) {
    this.path = path;
    this.artifact = artifact;
  }

  /// Whether a class of this name is the host's to give.
  public static boolean contains(String className) {
    return findByPath(className.replace('.', '/')).isPresent();
  }

  /// Why a plugin must not carry this archive entry, if it must not.
  static Optional<String> findObjection(String entry) {
    var path = entry.startsWith("META-INF/versions/") ? VERSIONED.matcher(entry).replaceFirst("") : entry;
    return path.endsWith("/") ? Optional.empty() : findByPath(path).map(shared -> shared.objection(entry));
  }

  private static Optional<SharedPackages> findByPath(String path) {
    for (var shared : ALL) {
      if (path.startsWith(shared.path)) {
        return Optional.of(shared);
      }
    }
    return Optional.empty();
  }

  private String objection(String entry) {
    var risk = this == SQLITE ? ", and a second copy of the SQLite driver can corrupt databases" : "";
    return "it carries its own %s (%s), which clerk shares with every plugin%s; build it with %s in scope `provided`"
        .formatted(artifact, entry, risk, artifact);
  }
}
