package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.bronze.KindFile.Release;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk fec raw show` and `clerk fec contribution history`: what the FEC said of one row, as it said it.
public final class RowCommands {

  private RowCommands() {}

  /// The line as it was.
  @Command(name = "raw", description = "What the FEC said, as it said it.")
  public static final class Raw {
    private final PluginContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public Raw(PluginContext context) {
      this.context = context;
    }

    @Command(name = "show", description = "Print the line of a row byte for byte; a row that is gone as it was last.")
    int show(@Parameters(paramLabel = "SUB_ID", description = "The FEC's number of the row.") String subId,
        @Option(names = "--json", description = "Print one JSON document with where the line comes from.") boolean json) {
      var out = spec.commandLine().getOut();
      var versions = new Rows(Bronze.of(context)).find(subId);
      if (json) {
        Shapes.print(out, Map.of("sub_id", subId, "rows", versions.stream().map(Rows.Version::json).toList()));
      } else {
        printBytes(out, versions.getLast().row().line());
      }
      return 0;
    }

    /// A writer of text could not print what is no text.
    private static void printBytes(PrintWriter out, byte[] line) {
      if (StandardCharsets.US_ASCII.newEncoder().canEncode(new String(line, StandardCharsets.ISO_8859_1))) {
        out.println(new String(line, StandardCharsets.US_ASCII));
        out.flush();
        return;
      }
      out.flush();
      try {
        var bytes = new FileOutputStream(FileDescriptor.out);
        bytes.write(line);
        bytes.write('\n');
        bytes.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// What a row was and is.
  @Command(name = "contribution", description = "Single contributions.")
  public static final class Contribution {
    private final PluginContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public Contribution(PluginContext context) {
      this.context = context;
    }

    @Command(name = "history", description = "Show what a row was, and in which runs it changed.")
    int history(@Parameters(paramLabel = "SUB_ID", description = "The FEC's number of the row.") String subId,
        @Option(names = "--json", description = "Print one JSON document.") boolean json) {
      var out = spec.commandLine().getOut();
      var versions = new Rows(Bronze.of(context)).find(subId);
      if (json) {
        Shapes.print(out, Map.of("sub_id", subId, "versions", versions.stream().map(Rows.Version::json).toList()));
        return 0;
      }
      lines(versions).forEach(out::println);
      out.flush();
      return 0;
    }

    private static List<String> lines(List<Rows.Version> versions) {
      return versions.stream().map(Contribution::line).toList();
    }

    private static String line(Rows.Version version) {
      var facts = version.row().facts();
      var amount = facts.amountCents()
          .map(cents -> "%s%d.%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100))
          .orElse("no amount");
      var from = version.release(facts.firstRun()).map(Release::runId).orElse("ingest " + facts.firstRun());
      var until = facts.endedRun()
          .map(run -> ", %s by run %s".formatted(facts.fate(), version.release(run).map(Release::runId).orElse("?")))
          .orElse(", live");
      return "%-6s %d  %14s  since run %s%s".formatted(version.file().kind().id(), version.file().cycle(), amount, from,
          until);
    }
  }
}
