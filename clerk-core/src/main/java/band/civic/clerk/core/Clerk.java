package band.civic.clerk.core;

import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.QuickCommands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `clerk`.
public final class Clerk {

  private static final String LOGBACK = "ch.qos.logback.classic.spi.LogbackServiceProvider";
  private static final String NO_LOG = "org.slf4j.helpers.NOP_FallbackServiceProvider";

  private Clerk() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    var options = new GlobalOptions();
    var isQuick = QuickCommands.answer(options.take(List.of(arguments))) && !options.verbose();
    // names the logger's maker, which SLF4J would look for in every jar; the driver of SQLite asks for a logger at once
    System.setProperty("slf4j.provider", isQuick ? NO_LOG : LOGBACK);
    System.setProperty("slf4j.internal.verbosity", "WARN");
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var exitCode = new ClerkApp(out, err).run(arguments);
    out.flush();
    // where nothing was started that could go on, returning is the end, and cheaper: to exit loads yet another logger
    if (exitCode != 0 || !isQuick) {
      System.exit(exitCode);
    }
  }
}
