package band.civic.corkboard.command;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.PluginContext;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Allowance;
import band.civic.corkboard.guard.ApiKeys;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.guard.Gate;
import band.civic.corkboard.guard.Proxies;
import band.civic.corkboard.guard.Quotas;
import band.civic.corkboard.route.FileInstance;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.route.Inspected;
import band.civic.corkboard.site.Hosts;
import band.civic.corkboard.site.SiteFront;
import band.civic.corkboard.site.SiteList;
import band.civic.corkboard.sqlite.FileOptions;
import band.civic.corkboard.sqlite.OpenFiles;
import band.civic.corkboard.web.Responder;
import band.civic.corkboard.web.WebServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk serve`.
@Command(name = "serve", description = "Serve databases to browsers and programs.", subcommands = KeyCommand.class)
public final class ServeCommand implements Callable<Integer> {
  private static final int OPEN_FILES = 200;
  private static final int CONNECTIONS = Math.clamp(Runtime.getRuntime().availableProcessors() + 1, 2, 8);
  private static final int THREADS = 128;
  private static final int ROWS_WITHOUT_KEY = 100;
  private static final int LONGEST_SEARCH = 500;
  private static final int CPU_SECONDS = 30;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
  @SuppressWarnings("unused")
  private boolean help;

  @Parameters(paramLabel = "FILE", description = "SQLite files to serve, or one directory of them with its metadata; "
      + "without any, the storage directory's sites.")
  private List<Path> files = new ArrayList<>();

  @Option(names = {"-i", "--immutable"}, paramLabel = "FILE", description = "A file that nobody writes meanwhile.")
  private List<Path> immutable = new ArrayList<>();

  @Option(names = {"-m", "--metadata"}, paramLabel = "FILE", description = "JSON or YAML with titles and sources.")
  private List<Path> metadata = new ArrayList<>();

  @Option(names = {"-c", "--config"}, paramLabel = "FILE", description = "JSON or YAML with settings and queries.")
  private List<Path> config = new ArrayList<>();

  @Option(names = {"-s",
      "--setting"}, arity = "2", hideParamSyntax = true, paramLabel = " NAME VALUE", description = "Set one setting, or by a "
          + "dotted name anything that a configuration file may hold.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--inspect-file", paramLabel = "FILE", description = "What `datasette inspect` wrote about immutable "
      + "files, so that their rows need not be counted.")
  private Optional<Path> inspectFile = Optional.empty();

  @Option(names = "--crossdb", description = "Also serve _memory, whose queries read all files together.")
  private boolean crossdb;

  @Option(names = "--get", paramLabel = "PATH", description = "Print what this path answers, and exit.")
  private Optional<String> get = Optional.empty();

  @Option(names = "--cors", description = "Let pages of any origin read the API.")
  private boolean cors;

  @Option(names = "--cors-origin", paramLabel = "ORIGIN", description = "Let pages of this origin read the API.")
  private List<String> origins = new ArrayList<>();

  @Option(names = "--root-domain", paramLabel = "DOMAIN", description = "Domain that sites stand below.")
  private List<String> roots = new ArrayList<>();

  @Option(names = "--unknown-site", paramLabel = "URL", description = "Where requests for unknown sites are sent.")
  private Optional<String> unknownSite = Optional.empty();

  @Option(names = "--trusted-proxy", paramLabel = "ADDRESS", description = "Proxy whose X-Forwarded-For is believed.")
  private Set<String> proxies = new HashSet<>();

  @Option(names = "--data-per-minute", paramLabel = "N", defaultValue = "15", description = "Requests for data a minute and address "
      + "without a key, when sites are served; 0 for any number (${DEFAULT-VALUE}).")
  private int dataPerMinute;

  @Option(names = "--pages-per-minute", paramLabel = "N", defaultValue = "240", description = "The same for pages (${DEFAULT-VALUE}).")
  private int pagesPerMinute;

  @Option(names = "--key-per-minute", paramLabel = "N", defaultValue = "600", description = "The same with a key (${DEFAULT-VALUE}).")
  private int keyPerMinute;

  @Option(names = "--cpu-per-minute", paramLabel = "SECONDS", description = "Seconds of processor time a minute and "
      + "address, with a key three times as many; 0 for any number (30 with quotas for sites, else 0).")
  private Optional<Integer> cpuPerMinute = Optional.empty();

  @Option(names = {"-h",
      "--host"}, paramLabel = "HOST", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(names = {"-p",
      "--port"}, paramLabel = "PORT", defaultValue = "8001", description = "Port to listen on (${DEFAULT-VALUE}).")
  private int port = 8001;

  @Option(names = "--share-port", description = "Let a second server listen on this port, which was started with "
      + "this option too: for an update without a gap.")
  private boolean sharePort;

  private final PluginContext context;

  public ServeCommand(PluginContext context) {
    this.context = context;
  }

  PluginContext context() {
    return context;
  }

  @Override
  public Integer call() throws IOException {
    var all = config();
    var open = new OpenFiles(OPEN_FILES);
    var options = new FileOptions(false, CONNECTIONS, all.settings().number("cache_size_kb"), 5_000);
    var front = new Front(open, options, new Cors(cors, origins));
    if (get.isPresent()) {
      // the answer's bytes, which may be no text
      try (open; var out = new FileOutputStream(FileDescriptor.out)) {
        return new OneAnswer(responder(front, all)).write(get.get(), out);
      }
    }
    var listen = new WebServer.Listen(host, port, THREADS, Duration.ofSeconds(10), sharePort);
    try (open; var server = WebServer.start(listen, responder(front, all))) {
      var out = spec.commandLine().getOut();
      out.println("Serving at " + server.address() + all.settings().basePath() + "/  (stop with Ctrl-C)");
      out.flush();
      stopWithTheProcess(server);
      server.join();
    }
    return 0;
  }

  private static void stopWithTheProcess(WebServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "serve-stop"));
  }

  private Responder responder(Front front, Config all) {
    var quotas = new Quotas(Clock.systemUTC());
    if (files.isEmpty() && immutable.isEmpty()) {
      var keys = new ApiKeys(KeyCommand.file(context));
      var gate = new Gate(new Proxies(proxies), Optional.of(keys), quotas,
          new Allowance(dataPerMinute, pagesPerMinute, keyPerMinute, ROWS_WITHOUT_KEY, LONGEST_SEARCH,
              cpuPerMinute.orElse(dataPerMinute + pagesPerMinute == 0 ? 0 : CPU_SECONDS)));
      var sites = new SiteFront(new Hosts(roots), new SiteList(context, all), front, unknownSite);
      return call -> gate.answer(call, sites::answer);
    }
    var instance = instance(all);
    var gate = new Gate(new Proxies(proxies), Optional.empty(), quotas,
        Allowance.none().withCpuSeconds(cpuPerMinute.orElse(0)));
    return call -> gate.answer(call, c -> front.answer(instance, c));
  }

  private FileInstance instance(Config all) {
    var instance = FileInstance.of(files, immutable, all).with(inspectFile.map(Inspected::read).orElse(Map.of()));
    if (!crossdb) {
      return instance;
    }
    try {
      var empty = Files.createTempFile("clerk-memory", ".db");
      empty.toFile().deleteOnExit();
      return instance.crossed(empty);
    } catch (IOException e) {
      throw new BadConfiguration("Cannot make a temporary file for --crossdb: " + e.getMessage(), e);
    }
  }

  private Config config() {
    var all = Config.empty();
    if (files.size() == 1 && Files.isDirectory(files.getFirst())) {
      var directory = ConfigDirectory.of(files.getFirst());
      files = directory.databases();
      metadata.addAll(0, directory.configuration());
    }
    for (var file : metadata) {
      all = all.with(file);
    }
    for (var file : config) {
      all = all.with(file);
    }
    for (int i = 0; i + 1 < settings.size(); i += 2) {
      all = all.withOption(settings.get(i), settings.get(i + 1));
    }
    return all;
  }
}
