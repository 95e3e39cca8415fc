package band.civic.clerk.dist.acceptance.fec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A small disk of its own, in memory; only an administrator of a Linux machine can make one.
///
/// @param place where it is mounted
record Disk(Path place) implements AutoCloseable {
  private static final long KILO = 1024;

  /// A disk of so many kilobytes; empty where there can be none.
  static Optional<Disk> tryMount(Path place, long kilobytes) throws IOException, InterruptedException {
    var disk = new Disk(Files.createDirectories(place));
    return run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", place.toString())
        ? Optional.of(disk)
        : Optional.empty();
  }

  /// Makes it so large.
  void resize(long kilobytes) throws IOException, InterruptedException {
    if (!run("mount", "-o", "remount,size=" + kilobytes + "k", place.toString())) {
      throw new IOException("cannot resize " + place);
    }
  }

  /// Leaves so much room and no more.
  void leave(long kilobytes) throws IOException, InterruptedException {
    var store = Files.getFileStore(place);
    resize((store.getTotalSpace() - store.getUsableSpace()) / KILO + kilobytes);
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", place.toString());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean run(String... words) throws IOException, InterruptedException {
    var process = new ProcessBuilder(words).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
