package band.civic.fec.extract;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Brings a file to the disk while it is written, so that there is little to wait for at the end: the disk works while the
/// processors do.
final class SteadySync implements AutoCloseable {
  private static final long EVERY = 500; // ms

  private final FileChannel channel;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<Optional<IOException>> failure = new AtomicReference<>(Optional.empty());
  private final Thread thread;

  private SteadySync(FileChannel channel) {
    this.channel = channel;
    this.thread = Thread.ofPlatform().name("steady-sync").daemon().start(this::run);
  }

  /// @param file which is there
  static SteadySync of(Path file) throws IOException {
    return new SteadySync(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  /// The last sync: all that was written before is on the disk, and the file is closed. Closing it once it is in use would
  /// take away the locks that this process holds on it: POSIX drops them with any descriptor.
  ///
  /// @throws IOException also when an earlier one failed: the disk tells a fault only once
  void finish() throws IOException {
    stop();
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
    channel.force(true);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    stop();
    channel.close();
  }

  private void run() {
    try {
      while (!done.await(EVERY, TimeUnit.MILLISECONDS)) {
        channel.force(false);
      }
    } catch (IOException e) {
      failure.set(Optional.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    done.countDown();
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
