package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.config.sites.SiteTable;
import band.civic.clerk.core.site.Merged;
import band.civic.clerk.core.site.Merged.Outcome;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk site`: the places that have a page.
@Command(name = "site", description = "Register, list and show sites.")
public final class SiteCommand {
  private final Rooms rooms;
  private final Prompt prompt;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public SiteCommand(Rooms rooms) {
    this(rooms, Prompt.TERMINAL);
  }

  SiteCommand(Rooms rooms, Prompt prompt) {
    this.rooms = rooms;
    this.prompt = prompt;
  }

  /// How a table of sites is written.
  enum Format {
    csv, json
  }

  @Command(name = "new", description = "Register a site: from flags, else from its reviewed file, else from answers.")
  int register(@Mixin NewSiteOptions options) {
    var questions = new NewSiteQuestions(command("new"), rooms.siteConfig(), prompt);
    var site = rooms.sites().register(questions.ask(options, rooms.sites()));
    say("Registered %s (%s, %s, %s).".formatted(site.subdomain(), site.name(), site.state(), site.kind()));
    return 0;
  }

  @Command(name = "list", description = "List the registered sites.")
  int list(@Option(names = "--json", description = "Print JSON.") boolean json,
      @Option(names = "--has-data", paramLabel = "TYPE", description = "Only sites with published data of that type: finance.") Optional<String> dataType) {
    var sites = dataType.map(type -> rooms.sites().listSitesWith(type)).orElseGet(() -> rooms.sites().listSites());
    if (json) {
      print(Json.of(sites.stream().map(SiteShapes::row).toList()));
    } else if (sites.isEmpty()) {
      say(dataType.map(type -> "No site has " + type + " data yet.")
          .orElse("No sites yet. `clerk site new SUBDOMAIN` "
              + "registers one, `clerk site import --from-config --all` all reviewed ones."));
    } else {
      print(SiteListing.table(sites));
    }
    return 0;
  }

  @Command(name = "show", description = "Show a site: its row, agencies, data, last runs and notices.")
  int show(@Parameters(paramLabel = "SUBDOMAIN") String subdomain,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    var facts = SiteFacts.of(subdomain, rooms);
    print(json ? SiteJson.of(facts) : SiteReport.of(facts));
    return 0;
  }

  @Command(name = "import", description = "Register new sites and change the named fields of others, all or none.")
  int importSites(@Mixin ImportOptions options) {
    var merged = rooms.sites().merge(new SiteImport(command("import"), rooms.siteConfig()).changes(options));
    merged.stream()
        .filter(each -> each.outcome() != Outcome.UNCHANGED)
        .forEach(each -> say(each.outcome().name().toLowerCase(Locale.ROOT) + " " + each.site().subdomain()));
    say("%d created, %d changed, %d unchanged.".formatted(count(merged, Outcome.CREATED),
        count(merged, Outcome.CHANGED), count(merged, Outcome.UNCHANGED)));
    return 0;
  }

  @Command(name = "export", description = "Write all sites as a table that `import` reads.")
  int export(
      @Option(names = "--format", defaultValue = "json", description = "csv or json (default: json).") Format format,
      @Option(names = {"-o",
          "--output"}, paramLabel = "FILE", description = "Write to a file.") Optional<Path> output) {
    var sites = rooms.sites().listSites().stream().map(RegisteredSite::facts).toList();
    var text = switch (format) {
      case csv -> SiteTable.csv(sites.stream().map(SiteShapes::fields).toList());
      case json -> Json.of(sites.stream().map(SiteShapes::file).toList()) + "\n";
    };
    output.ifPresentOrElse(file -> write(file, text), () -> print(text.stripTrailing()));
    return 0;
  }

  @Command(name = "remove", description = "Take sites out of the registry; their files stay.")
  int remove(@Parameters(arity = "1..*", paramLabel = "SUBDOMAIN") List<String> subdomains) {
    subdomains.forEach(rooms.sites()::getSite);
    for (var subdomain : subdomains) {
      rooms.sites().remove(subdomain);
      var files = rooms.settings().storageDirectory().resolve(subdomain);
      say("Removed %s.%s".formatted(subdomain, Files.exists(files) ? " Its files are still in " + files + "." : ""));
    }
    return 0;
  }

  private static long count(List<Merged> merged, Outcome outcome) {
    return merged.stream().filter(each -> each.outcome() == outcome).count();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be written (%s). Name a file in a directory that is writable."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  private CommandLine command(String name) {
    return spec.subcommands().getOrDefault(name, spec.commandLine());
  }

  private void say(String line) {
    if (!rooms.options().quiet()) {
      print(line);
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
  }
}
