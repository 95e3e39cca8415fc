package band.civic.corkboard.sqlite;

import band.civic.corkboard.http.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One version of one file: its connections and what was worked out about it. When the file is replaced, answers that
/// began with this version end with it; its connections are closed as they come back.
final class OpenFile {
  private static final int MOST_REMEMBERED = 500;
  private static final long PATIENCE_MILLIS = 20;

  final FileVersion version;
  private final Path file;
  private final FileOptions options;
  private final BlockingDeque<ReadConnection> idle = new LinkedBlockingDeque<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final ConcurrentHashMap<String, Object> remembered = new ConcurrentHashMap<>();
  private volatile boolean retired;
  volatile long usedAt = System.nanoTime();

  OpenFile(Path file, FileVersion version, FileOptions options) {
    this.file = file;
    this.version = version;
    this.options = options;
  }

  /// A connection to this version; nothing when this version can no longer be opened.
  @Nullable
  ReadConnection borrow() {
    usedAt = System.nanoTime();
    var free = idle.pollFirst();
    if (free == null && !retired && opened.get() < options.connections()) {
      free = add();
    }
    if (free == null && opened.get() > 0) {
      free = await();
    }
    if (free != null && retired) {
      giveBack(free);
      return null;
    }
    return free;
  }

  private @Nullable ReadConnection add() {
    opened.incrementAndGet();
    ReadConnection fresh = null;
    try {
      fresh = open();
    } finally {
      if (fresh == null) {
        opened.decrementAndGet();
      }
    }
    return fresh;
  }

  /// A connection of its own, closed by whoever asked for it; nothing when another version stands there by now.
  @Nullable
  ReadConnection open() {
    var fresh = ReadConnection.open(file, options, version.size());
    if (FileVersion.find(file, options.immutable(), options.beside()).filter(version::equals).isPresent()) {
      return fresh;
    }
    fresh.close();
    return null;
  }

  /// Looks up from time to time: nobody gives a connection back to a version that was replaced meanwhile.
  private @Nullable ReadConnection await() {
    long end = System.nanoTime() + options.waitMillis() * 1_000_000;
    try {
      while (!retired && System.nanoTime() < end) {
        var free = idle.pollFirst(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (free == null && opened.get() < options.connections()) {
          return add();
        }
        if (free != null) {
          return free;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (retired) {
      return null;
    }
    throw Failure.unavailable("Too many questions at once; try again in a moment");
  }

  void giveBack(ReadConnection connection) {
    if (retired) {
      opened.decrementAndGet();
      connection.close();
      return;
    }
    idle.addFirst(connection);
    if (retired && idle.remove(connection)) {
      opened.decrementAndGet();
      connection.close();
    }
  }

  /// Closes the connections that nobody uses; what was worked out stays known.
  void rest() {
    for (var free = idle.pollLast(); free != null; free = idle.pollLast()) {
      opened.decrementAndGet();
      free.close();
    }
  }

  /// No new answer begins with this version any more.
  void retire() {
    retired = true;
    for (var free = idle.pollFirst(); free != null; free = idle.pollFirst()) {
      opened.decrementAndGet();
      free.close();
    }
    remembered.clear();
  }

  boolean isIdle() {
    return idle.size() == opened.get();
  }

  int connections() {
    return opened.get();
  }

  /// What was worked out once for this version. Two threads may work it out twice; nobody waits.
  @SuppressWarnings("unchecked")
  <T> T remember(String key, Supplier<T> work) {
    var known = remembered.get(key);
    if (known != null) {
      return (T) known;
    }
    var fresh = work.get();
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.clear();
    }
    if (!retired && fresh != null) {
      remembered.put(key, fresh);
    }
    return fresh;
  }

  boolean remembers(String key) {
    return remembered.containsKey(key);
  }

  Instant modified() {
    return Instant.parse(version.modified());
  }
}
