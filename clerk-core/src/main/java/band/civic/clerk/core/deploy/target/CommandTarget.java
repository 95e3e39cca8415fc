package band.civic.clerk.core.deploy.target;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.Cancelled;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.DeployTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Any program. It is called with the directory that holds the files in the layout of the target, and finds the rest in
/// its environment:
///
/// ```
/// program [arguments] DIRECTORY
/// CLERK_DEPLOY_SUBDOMAIN  the site; empty for the index of all sites
/// CLERK_DEPLOY_VERSION    the same for the same content
/// CLERK_DEPLOY_MANIFEST   the manifest's path; the index's for the index
/// ```
///
/// It must end with 0 when the files are there. What it prints goes into the log; its last lines into the error.
public final class CommandTarget implements DeployTarget {
  private static final int LAST_LINES = 5;
  private static final Logger LOG = LoggerFactory.getLogger(CommandTarget.class);

  private final List<String> command;
  private final Duration timeout;

  /// @param command the program and its first arguments
  /// @param timeout how long it may take
  public CommandTarget(List<String> command, Duration timeout) {
    this.command = List.copyOf(command);
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "command";
  }

  @Override
  public void deploy(Shipment shipment) {
    try {
      var output = Files.createTempFile("clerk-deploy-", ".log");
      try {
        run(shipment, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Shipment shipment, Path output) throws IOException {
    var process = start(shipment, output);
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SourceUnavailable("The deploy program %s did not end within %s; it was stopped. %s"
            .formatted(command.getFirst(), timeout, tail(output)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled("The deployment was cancelled; the program " + command.getFirst() + " was stopped.");
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    if (process.exitValue() != 0) {
      throw new SourceUnavailable("The deploy program %s ended with %d. %s"
          .formatted(command.getFirst(), process.exitValue(), tail(output)));
    }
    lines(output).forEach(line -> LOG.info("{}: {}", command.getFirst(), line));
  }

  private Process start(Shipment shipment, Path output) {
    var words = new ArrayList<>(command);
    words.add(root(shipment).toString());
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
    var environment = builder.environment();
    // the host's own secrets are none of its business
    environment.keySet().removeIf(name -> name.startsWith("CLERK_"));
    environment.put("CLERK_DEPLOY_SUBDOMAIN", shipment.subdomain());
    environment.put("CLERK_DEPLOY_VERSION", shipment.version());
    environment.put("CLERK_DEPLOY_MANIFEST", shipment.artefacts().getLast().file().toString());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new BadConfiguration("The deploy program %s cannot be started (%s). Correct deploy.command.program."
          .formatted(command.getFirst(), e.getMessage()), e);
    }
  }

  private static Path root(Shipment shipment) {
    var artefact = shipment.artefacts().getFirst();
    var root = artefact.file();
    for (var i = 0; i < Path.of(artefact.path()).getNameCount(); i++) {
      root = root.resolveSibling("");
    }
    return root;
  }

  private static String tail(Path output) throws IOException {
    var lines = lines(output);
    var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return last.isEmpty() ? "It printed nothing." : "It printed last: " + String.join(" | ", last);
  }

  private static List<String> lines(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
  }
}
