package band.civic.clerk.core.cli.doctor;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.doctor.Finding.Level;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.spi.ClerkException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk doctor`.
@Command(name = "doctor", description = "Check what a newcomer gets wrong; exit code 0: all well, 1: warnings, 2: errors.")
public final class DoctorCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public DoctorCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var findings = findings();
    var worst = findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.OK);
    var out = spec.commandLine().getOut();
    if (json) {
      var report = new LinkedHashMap<String, Object>();
      report.put("status", name(worst));
      report.put("findings", findings.stream().map(DoctorCommand::json).toList());
      out.println(Json.of(report));
    } else {
      findings.forEach(finding -> out.println(text(finding)));
      out.println(switch (worst) {
        case OK -> "All well.";
        case WARNING -> "It works, with warnings.";
        case ERROR -> "Something must be put right first.";
      });
    }
    return worst.exitCode;
  }

  private List<Finding> findings() {
    var findings = new ArrayList<>(new MachineChecks(rooms.clock()).run());
    try {
      var file = rooms.settings().configFile();
      findings.add(Finding.ok("settings", file.toFile().exists() ? file + " is read" : "no " + file.getFileName()));
      findings.addAll(new StorageChecks(rooms).run());
      findings.addAll(new DataChecks(rooms).run());
      findings.addAll(new ServiceChecks(rooms).run());
    } catch (ClerkException e) {
      findings.add(Finding.error("settings", String.valueOf(e.getMessage()), "Correct it, then run this again."));
    }
    return findings;
  }

  private static String text(Finding finding) {
    var line = "%-7s  %-11s  %s".formatted(name(finding.level()), finding.check(), finding.message());
    return finding.fix().isEmpty() ? line : line + System.lineSeparator() + " ".repeat(22) + finding.fix();
  }

  private static Map<String, Object> json(Finding finding) {
    var map = new LinkedHashMap<String, Object>();
    map.put("check", finding.check());
    map.put("level", name(finding.level()));
    map.put("message", finding.message());
    map.put("fix", finding.fix());
    return map;
  }

  private static String name(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
