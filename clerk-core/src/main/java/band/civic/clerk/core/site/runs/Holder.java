package band.civic.clerk.core.site.runs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The process that holds a run. A process id alone is used again; with the start time it is not.
///
/// @param host the machine's name
/// @param pid process id on it
/// @param startedAt when that process started
public record Holder(String host, long pid, Instant startedAt) {
  /// Start times are computed from clock ticks since boot, which differ by a little from one reading to another.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /// This process.
  public static Holder ofThisProcess() {
    var process = ProcessHandle.current();
    return new Holder(hostName(), process.pid(), startOf(process).orElse(Instant.EPOCH));
  }

  /// Whether the process is surely gone: it ran on this machine and does not any more.
  public boolean isGone() {
    return host.equals(hostName()) && ProcessHandle.of(pid).filter(this::isThis).isEmpty();
  }

  private boolean isThis(ProcessHandle process) {
    return process.isAlive() && startOf(process)
        .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
        .orElse(true);
  }

  private static Optional<Instant> startOf(ProcessHandle process) {
    return process.info().startInstant().map(start -> start.truncatedTo(ChronoUnit.MILLIS));
  }

  /// The kernel's file first: asking the resolver for one's own name can take seconds.
  private static String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return resolvedHostName();
    }
  }

  private static String resolvedHostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }
}
