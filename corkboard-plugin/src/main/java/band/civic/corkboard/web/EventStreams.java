package band.civic.corkboard.web;

import band.civic.corkboard.http.Answer.Body;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Streams of server-sent events to browsers. They hold no thread: one thread looks once a second whether something
/// changed, for all of them, and says now and then that the server is still there.
final class EventStreams implements AutoCloseable {
  private static final int MOST = 500;
  private static final int SECONDS_BETWEEN_SIGNS = 15;

  private final Set<Open> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("serve-events").factory());
  private volatile boolean closed;

  EventStreams() {
    var _ = clock.scheduleWithFixedDelay(() -> streams.forEach(this::look), 1, 1, TimeUnit.SECONDS);
  }

  /// Begins a stream. When there are too many, the browser is told not to come again.
  void start(Body.Events events, Response response, Callback callback) {
    if (closed || streams.size() >= MOST) {
      response.setStatus(204);
      response.getHeaders().remove("content-type");
      response.write(true, null, callback);
      return;
    }
    var open = new Open(events, response, callback);
    streams.add(open);
    write(open, "retry: 10000\n\n", false);
  }

  private void look(Open open) {
    if (open.writing.get()) {
      return;
    }
    try {
      if (!open.events.state().get().equals(open.events.seen())) {
        write(open, "event: changed\ndata: \n\n", true);
      } else if (++open.silent >= SECONDS_BETWEEN_SIGNS) {
        open.silent = 0;
        write(open, ": here\n\n", false);
      }
    } catch (RuntimeException unanswerable) {
      streams.remove(open);
      open.callback.failed(unanswerable);
    }
  }

  private void write(Open open, String text, boolean last) {
    if (!open.writing.compareAndSet(false, true)) {
      return;
    }
    if (last) {
      streams.remove(open);
    }
    open.response.write(last, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
        last ? open.callback : Callback.from(() -> open.writing.set(false), gone -> drop(open, gone)));
  }

  private void drop(Open open, Throwable gone) {
    if (streams.remove(open)) {
      open.callback.failed(gone);
    }
  }

  /// Ends all streams, so that the server can stop.
  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    streams.forEach(open -> write(open, ": bye\n\n", true));
  }

  /// A stream that is open. Compared by identity.
  private static final class Open {
    private final Body.Events events;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean writing = new AtomicBoolean();
    private int silent;

    Open(Body.Events events, Response response, Callback callback) {
      this.events = events;
      this.response = response;
      this.callback = callback;
    }
  }
}
