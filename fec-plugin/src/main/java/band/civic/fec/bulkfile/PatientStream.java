package band.civic.fec.bulkfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The body of an answer, of which some byte must come at least every so often: the client of the JDK waits for the next
/// one for ever.
final class PatientStream extends FilterInputStream {
  private static final long IDLE = Long.MAX_VALUE;

  private final Duration patience;
  private final Thread watch;
  private volatile long waitingSince = IDLE;
  private volatile boolean stalled;
  private volatile boolean closed;

  PatientStream(InputStream body, Duration patience) {
    super(body);
    this.patience = patience;
    this.watch = Thread.ofVirtual().start(this::watch);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    waitingSince = System.nanoTime();
    try {
      return in.read(buffer, from, length);
    } catch (IOException e) {
      throw stalled ? late(e) : e;
    } finally {
      waitingSince = IDLE;
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    LockSupport.unpark(watch);
    in.close();
  }

  private IOException late(IOException e) {
    var late = new SocketTimeoutException("no byte came for " + patience.toSeconds() + " seconds");
    late.initCause(e);
    return late;
  }

  /// Ends the connection that nothing comes from; whoever reads is told.
  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(patience.toNanos() / 4);
      var since = waitingSince;
      if (since != IDLE && System.nanoTime() - since > patience.toNanos()) {
        stalled = true;
        try {
          in.close();
        } catch (IOException _) {
          // the reader tells what there is to tell
        }
        return;
      }
    }
  }
}
