package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.operate.freshness.FreshnessHtml;
import band.civic.clerk.core.operate.freshness.FreshnessReport;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.DataSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk report`.
@Command(name = "report", description = "Reports for people who answer for the data.")
public final class ReportCommand {
  private final Rooms rooms;

  @Spec
  private CommandSpec spec = CommandSpec.create(); // picocli puts the real one

  public ReportCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Command(name = "freshness", description = "How fresh the data of each site are: last success, last attempt, next due, coverage, records, difference to the load before.")
  int freshness(@Option(names = "--json", description = "Print JSON.") boolean json,
      @Option(names = "--html", paramLabel = "FILE", description = "Write one HTML file that needs nothing else.") @Nullable Path html) {
    var report = FreshnessReport.of(OperatorsDoor.desk(rooms));
    var out = spec.commandLine().getOut();
    if (html != null) {
      write(FreshnessHtml.of(report), html);
      if (!rooms.options().quiet() && !json) {
        out.println("Written to " + html + ".");
      }
    }
    if (json) {
      out.println(Json.of(report.json()));
    } else if (html == null) {
      out.println(table(report));
    }
    return 0;
  }

  private static void write(String text, Path file) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be written (%s). Name a file in a directory that is there and writable."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  private static String table(FreshnessReport report) {
    var table = TextTable.of("SITE", "DATA", "STANDING", "LAST SUCCESS", "LAST ATTEMPT", "NEXT DUE", "COVERAGE",
        "RECORDS", "CHANGE");
    for (var line : report.lines()) {
      var dataset = line.state().dataset();
      table.add(line.state().key().subdomain(), line.state().key().dataType(), line.state().standing().word(),
          Times.ago(line.state().lastSuccessAt(), report.at(), "never"),
          Times.ago(dataset.flatMap(SiteDataset::lastAttemptAt), report.at(), "never"),
          Times.due(dataset.flatMap(SiteDataset::nextDueAt), report.at()),
          line.coverage().isEmpty() ? "-" : line.coverage(),
          line.summary().map(DataSummary::recordCount).map("%,d"::formatted).orElse("-"),
          FreshnessHtml.signed(line.difference()));
    }
    return report.lines().isEmpty() ? "No site is registered." : table.toString();
  }
}
