package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.operate.reconcile.Finding;
import band.civic.clerk.core.operate.reconcile.Reconciliation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk reconcile`.
@Command(name = "reconcile", description = "Find what a crash left behind (stuck runs, held sites, lost jobs, files that "
    + "differ from what was recorded) and put it right; exit code 1 when something is left.")
public final class ReconcileCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Option(names = "--dry-run", description = "Only look.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public ReconcileCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var reconciliation = new Reconciliation(OperatorsDoor.desk(rooms));
    var findings = dryRun ? reconciliation.look() : reconciliation.repair();
    spec.commandLine()
        .getOut()
        .println(json
            ? Json.of(Map.of("findings", findings.stream()
                .map(ReconcileCommand::json)
                .toList()))
            : text(findings));
    return findings.stream().anyMatch(Finding::isOpen) ? 1 : 0;
  }

  private static String text(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "All is as it should be.";
    }
    var table = TextTable.of("WHAT", "WHICH", "OUTCOME", "WHY");
    findings.forEach(finding -> table.add(finding.kind(), finding.subject(), word(finding), finding.message()));
    return table.toString();
  }

  private static Map<String, Object> json(Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", finding.kind());
    json.put("subject", finding.subject());
    json.put("outcome", word(finding));
    json.put("message", finding.message());
    return json;
  }

  private static String word(Finding finding) {
    return finding.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
