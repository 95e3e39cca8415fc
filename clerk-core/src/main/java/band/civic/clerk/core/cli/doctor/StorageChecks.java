package band.civic.clerk.core.cli.doctor;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.store.Schema;
import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The storage directory and the registry.
final class StorageChecks {
  private static final long LITTLE = 1L << 30;
  private static final long TOO_LITTLE = 100L << 20;
  private static final Duration OLD = Duration.ofMinutes(10);
  private static final Duration DRIFT = Duration.ofMinutes(2);
  private static final int DEPTH = 6;
  private static final int NAMED = 5;
  private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.(building|new)|.*\\.tmp|.*-(wal|shm|journal)");

  private final Rooms rooms;
  private final Path storage;

  StorageChecks(Rooms rooms) {
    this.rooms = rooms;
    this.storage = rooms.settings().storageDirectory();
  }

  List<Finding> run() {
    var findings = new ArrayList<Finding>();
    findings.add(writable());
    if (Files.isDirectory(storage)) {
      findings.add(space());
      findings.add(leftovers());
    }
    findings.addAll(registry());
    return findings;
  }

  private Finding writable() {
    var directory = nearestDirectory(storage);
    try {
      var probe = Files.createTempFile(directory, ".doctor", ".tmp");
      var drift = Duration.between(Files.getLastModifiedTime(probe).toInstant(), Instant.now()).abs();
      Files.delete(probe);
      if (drift.compareTo(DRIFT) > 0) {
        return Finding.warning("storage", "the clock of %s differs by %d s".formatted(directory, drift.toSeconds()),
            "Set both clocks by NTP, or keep the data on a local disk.");
      }
      return Finding.ok("storage", Files.isDirectory(storage)
          ? storage + " is writable"
          : storage + " will be made on first use");
    } catch (IOException e) {
      return Finding.error("storage", "%s is not writable (%s)".formatted(directory, e.getClass().getSimpleName()),
          "Make it writable, or name another with --storage-dir or CLERK_STORAGE_DIR.");
    }
  }

  private static Path nearestDirectory(Path directory) {
    var at = directory;
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  private Finding space() {
    try {
      var free = Files.getFileStore(storage).getUsableSpace();
      var text = "%,d MiB free".formatted(free >> 20);
      var fix = "Free some space, or move the data: CLERK_STORAGE_DIR.";
      return free < TOO_LITTLE
          ? Finding.error("space", text, fix)
          : free < LITTLE ? Finding.warning("space", text, fix) : Finding.ok("space", text);
    } catch (IOException e) {
      return Finding.warning("space", "cannot be told (%s)".formatted(e.getClass().getSimpleName()), "");
    }
  }

  private Finding leftovers() {
    try (var files = Files.walk(storage, DEPTH)) {
      var old = files.filter(file -> TEMPORARY.matcher(file.getFileName().toString()).matches())
          .filter(StorageChecks::isOld)
          .map(storage::relativize)
          .map(Path::toString)
          .sorted()
          .toList();
      return old.isEmpty()
          ? Finding.ok("leftovers", "no temporary files of runs that were cut off")
          : Finding.warning("leftovers", "%d temporary files: %s".formatted(old.size(),
              String.join(", ", old.subList(0, Math.min(NAMED, old.size())))),
              "The next run of their site replaces them; or delete them when no clerk runs.");
    } catch (IOException | UncheckedIOException e) {
      return Finding.error("leftovers", "%s cannot be read (%s)".formatted(storage, e.getMessage()),
          "Make it readable.");
    }
  }

  private static boolean isOld(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(OLD));
    } catch (IOException e) {
      return false; // it went away while we looked
    }
  }

  private List<Finding> registry() {
    if (!rooms.hasRegistry()) {
      return List.of(Finding.ok("registry", "none yet; the first command that needs it makes it"));
    }
    try (var schema = Schema.open(rooms.settings().databaseUrl())) {
      var version = schema.findVersion().orElse(0);
      if (version > schema.newestVersion()) {
        return List.of(Finding.error("registry", "%s was made by a newer clerk".formatted(schema.name()),
            "Use that clerk."));
      }
      if (version < schema.newestVersion()) {
        return List
            .of(Finding.warning("registry", "%s has schema %d, the newest is %d".formatted(schema.name(), version,
                schema.newestVersion()), "Run `clerk db upgrade`."));
      }
      var problems = schema.problems();
      return List.of(problems.isEmpty()
          ? Finding.ok("registry", "%s, schema %d".formatted(schema.name(), version))
          : Finding.error("registry", String.join("; ", problems), "Restore the registry from a copy."));
    } catch (ClerkException e) {
      return List.of(Finding.error("registry", String.valueOf(e.getMessage()), ""));
    }
  }
}
