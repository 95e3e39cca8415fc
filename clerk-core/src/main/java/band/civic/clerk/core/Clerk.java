package band.civic.clerk.core;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// `clerk`.
public final class Clerk {

  private Clerk() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var exitCode = new ClerkApp(out, err).run(arguments);
    out.flush();
    System.exit(exitCode);
  }
}
