package band.civic.clerk.core.config.sites;

import band.civic.clerk.core.config.agencies.AgencyList;
import band.civic.clerk.core.config.agencies.AgencyListReader;
import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The reviewed data of `site-config`: `sites/SUBDOMAIN.yaml` and `agencies/SOURCE.yaml`. A directory that does not
/// exist holds nothing. An agencies file is read again when it was changed: a scheduler runs for weeks.
public final class SiteConfig {
  private final Path directory;
  private final Map<String, ReadList> agencies = new ConcurrentHashMap<>();

  public SiteConfig(Path directory) {
    this.directory = directory;
  }

  /// The reviewed site of that subdomain; reads no other file. Any text may be asked for.
  ///
  /// @throws BadConfiguration when its file is wrong
  public Optional<SiteFile> findSite(String subdomain) {
    // letters, digits, dots and hyphens cannot leave the directory
    return Optional.of(subdomain)
        .filter(text -> text.matches("[a-z0-9.-]{1,200}"))
        .map(this::siteFile)
        .filter(Files::isRegularFile)
        .map(SiteFile::read);
  }

  /// The subdomains of all reviewed sites, by their files' names; reads none of them.
  public List<String> listSubdomains() {
    return yamlFiles("sites").stream().map(SiteConfig::nameOf).toList();
  }

  /// All reviewed sites, by subdomain.
  public List<SiteFile> listSites() {
    return yamlFiles("sites").stream().map(SiteFile::read).toList();
  }

  /// The agencies of a source and their sites.
  ///
  /// @throws BadConfiguration when there is no such file, or it is wrong
  public AgencyList agencies(String source) {
    return findAgencies(source).orElseThrow(() -> new BadConfiguration(
        "%s does not exist. Name the reviewed site data with --site-config-dir or CLERK_SITE_CONFIG_DIR."
            .formatted(agenciesFile(source))));
  }

  /// The agencies of a source, when it has a file.
  public Optional<AgencyList> findAgencies(String source) {
    var file = agenciesFile(source);
    return Files.isRegularFile(file)
        ? Optional.of(agencies.compute(source, (_, kept) -> read(file, Optional.ofNullable(kept))).list())
        : Optional.empty();
  }

  private static ReadList read(Path file, Optional<ReadList> kept) {
    var changedAt = changedAt(file);
    return kept.filter(list -> list.changedAt().equals(changedAt))
        .orElseGet(() -> new ReadList(changedAt, AgencyListReader.read(YamlFile.read(file))));
  }

  private static FileTime changedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be read (%s). Make it readable.".formatted(file,
          e.getClass().getSimpleName()), e);
    }
  }

  /// A list and when its file was last changed.
  private record ReadList(FileTime changedAt, AgencyList list) {}

  /// The sources that have an agencies file, by name.
  public List<String> sources() {
    return yamlFiles("agencies").stream()
        .map(SiteConfig::nameOf)
        .toList();
  }

  /// Where the agencies of a source stand.
  public Path agenciesFile(String source) {
    return directory.resolve("agencies").resolve(source + ".yaml");
  }

  /// Where a site stands.
  public Path siteFile(String subdomain) {
    return directory.resolve("sites").resolve(subdomain + ".yaml");
  }

  /// The directory that holds all this.
  public Path directory() {
    return directory;
  }

  /// Reads every file and tells what is wrong, each with its line; also mappings to sites that have no file.
  public List<String> problems() {
    var problems = new ArrayList<String>();
    var subdomains = yamlFiles("sites").stream()
        .map(file -> collect(problems, () -> SiteFile.read(file)))
        .flatMap(Optional::stream)
        .map(SiteFile::subdomain)
        .collect(Collectors.toSet());
    for (var file : yamlFiles("agencies")) {
      collect(problems, () -> AgencyListReader.read(YamlFile.read(file))).ifPresent(list -> list.agencies()
          .forEach(
              agency -> agency.mappings()
                  .stream()
                  .filter(mapping -> !subdomains.contains(mapping.subdomain()))
                  .forEach(
                      mapping -> problems.add("%s: agency %s is mapped to %s, which has no file in %s".formatted(file,
                          agency.key(), mapping.subdomain(), directory.resolve("sites"))))));
    }
    return List.copyOf(problems);
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  private static <T> Optional<T> collect(List<String> problems, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (BadConfiguration e) {
      String.valueOf(e.getMessage()).lines().forEach(problems::add);
      return Optional.empty();
    }
  }

  private List<Path> yamlFiles(String kind) {
    var files = directory.resolve(kind);
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (var entries = Files.list(files)) {
      return entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be read (%s). Make it readable.".formatted(files,
          e.getClass().getSimpleName()), e);
    }
  }
}
