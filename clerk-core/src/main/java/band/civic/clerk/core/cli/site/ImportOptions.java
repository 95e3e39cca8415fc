package band.civic.clerk.core.cli.site;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `clerk site import` takes: one FILE, or the reviewed sites that are named.
final class ImportOptions {
  @Parameters(arity = "0..*", paramLabel = "FILE | SUBDOMAIN", description = "A .csv, .json or .yaml file; with --from-config: subdomains")
  List<String> targets = new ArrayList<>();

  @Option(names = "--from-config", description = "Take the reviewed files of site-config/sites")
  boolean fromConfig;

  @Option(names = "--all", description = "With --from-config: all of them")
  boolean all;
}
