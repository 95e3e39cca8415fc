package band.civic.clerk.core.cli.doctor;

import band.civic.clerk.core.store.SqliteDriver;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The machine: Java, memory, letters, clock, native code.
final class MachineChecks {
  private static final int JAVA = 25;
  private static final long SMALL_HEAP = 192L << 20;
  private static final Instant BEFORE_ALL_THIS = Instant.parse("2026-01-01T00:00:00Z");

  private final Clock clock;

  MachineChecks(Clock clock) {
    this.clock = clock;
  }

  List<Finding> run() {
    return List.of(java(), memory(), letters(), clock(), sqlite());
  }

  private static Finding java() {
    var version = Runtime.version();
    var name = "%s, %s %s".formatted(version, System.getProperty("os.name"), System.getProperty("os.arch"));
    return version.feature() >= JAVA
        ? Finding.ok("java", name)
        : Finding.error("java", name, "Install Java " + JAVA + " and name it with CLERK_JAVA_HOME.");
  }

  private static Finding memory() {
    var heap = Runtime.getRuntime().maxMemory();
    return heap >= SMALL_HEAP
        ? Finding.ok("memory", "up to %,d MiB".formatted(heap >> 20))
        : Finding.warning("memory", "only up to %,d MiB".formatted(heap >> 20),
            "Give Java more: CLERK_JAVA_OPTS=-Xmx512m.");
  }

  /// Text is always UTF-8; only the names of files follow the locale.
  private static Finding letters() {
    var encoding = System.getProperty("sun.jnu.encoding", "?");
    var directories = Stream.of("user.dir", "user.home", "java.io.tmpdir").map(System::getProperty).toList();
    if (encoding.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")) {
      return Finding.ok("locale", "file names in " + encoding);
    }
    return directories.stream().allMatch(name -> name.chars().allMatch(c -> c < 128))
        ? Finding.ok("locale", "file names in %s: for names with other letters set LC_ALL=C.UTF-8".formatted(encoding))
        : Finding.error("locale", "a directory has letters that %s lacks".formatted(encoding), "Set LC_ALL=C.UTF-8.");
  }

  private Finding clock() {
    var now = clock.instant();
    var drift = Duration.between(Instant.now(), now).abs();
    return now.isBefore(BEFORE_ALL_THIS) || drift.compareTo(Duration.ofDays(1)) > 0
        ? Finding.error("clock", now + " is not now", "Set the machine's clock (timedatectl set-ntp true).")
        : Finding.ok("clock", now.toString());
  }

  private static Finding sqlite() {
    try {
      return Finding.ok("sqlite", SqliteDriver.load() + " with full-text search");
    } catch (BadConfiguration e) {
      return Finding.error("sqlite", String.valueOf(e.getMessage()),
          "Name a writable directory that is not mounted noexec: CLERK_JAVA_OPTS=-Dorg.sqlite.tmpdir=DIR.");
    }
  }
}
