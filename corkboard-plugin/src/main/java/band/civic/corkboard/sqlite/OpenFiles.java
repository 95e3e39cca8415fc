package band.civic.corkboard.sqlite;

import band.civic.corkboard.http.Failure;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files that are open. Every request asks again which version stands at the path, so a replaced file is served
/// with the next answer. When too many are open, the connections of those unused longest are closed; what was worked
/// out about them stays known for ten times as many.
public final class OpenFiles implements AutoCloseable {
  private final ConcurrentHashMap<Path, OpenFile> open = new ConcurrentHashMap<>();
  private static final long IDLE_NANOS = 10_000_000_000L;

  private static final int KNOWN = 10;

  private final int most;

  /// @param most files kept open
  public OpenFiles(int most) {
    this.most = most;
  }

  /// A session with the version that stands at the path now; nothing when there is no file.
  public Optional<Session> open(Path file, FileOptions options) {
    return open(file, options, false);
  }

  /// A session with a connection that nobody else waits for.
  public Optional<Session> openAlone(Path file, FileOptions options) {
    return open(file, options, true);
  }

  private Optional<Session> open(Path file, FileOptions options, boolean alone) {
    for (int tries = 0; tries < 20; tries++) {
      var version = FileVersion.find(file, options.immutable(), options.beside());
      if (version.isEmpty()) {
        retire(file);
        return Optional.empty();
      }
      var current = current(file, version.get(), options);
      var connection = alone ? current.open() : current.borrow();
      if (connection != null) {
        return Optional.of(new Session(current, connection, alone ? ReadConnection::close : current::giveBack));
      }
    }
    throw Failure.unavailable("The database is being replaced; try again in a moment");
  }

  private OpenFile current(Path file, FileVersion version, FileOptions options) {
    var known = open.get(file);
    if (known != null && known.version.equals(version)) {
      return known;
    }
    var replaced = new @Nullable OpenFile[1];
    var current = open.compute(file, (path, old) -> {
      if (old != null && old.version.equals(version)) {
        return old;
      }
      replaced[0] = old;
      return new OpenFile(path, version, options);
    });
    if (replaced[0] != null) {
      replaced[0].retire();
    }
    trim();
    return current;
  }

  private void retire(Path file) {
    var gone = open.remove(file);
    if (gone != null) {
      gone.retire();
    }
  }

  private void trim() {
    if (PageMemory.shared().isScarce()) {
      long since = System.nanoTime() - IDLE_NANOS;
      open.values().stream().filter(f -> f.usedAt < since).forEach(OpenFile::rest);
    }
    if (open.values().stream().filter(f -> f.connections() > 0).count() > most) {
      oldest(f -> f.connections() > 0).forEach(e -> e.getValue().rest());
    }
    if (open.size() > KNOWN * most) {
      oldest(f -> f.connections() == 0).map(Map.Entry::getKey).forEach(this::retire);
    }
  }

  /// The tenth of the files that was not used for longest.
  private Stream<Map.Entry<Path, OpenFile>> oldest(Predicate<OpenFile> which) {
    return open.entrySet()
        .stream()
        .filter(e -> e.getValue().isIdle() && which.test(e.getValue()))
        .sorted(Comparator.comparingLong(e -> e.getValue().usedAt))
        .limit(Math.max(1, most / 10))
        .toList()
        .stream();
  }

  /// How many files are open, and with how many connections.
  public String state() {
    return open.values().stream().filter(f -> f.connections() > 0).count() + " files, "
        + open.values().stream().mapToInt(OpenFile::connections).sum() + " connections";
  }

  @Override
  public void close() {
    open.keySet().forEach(this::retire);
  }
}
