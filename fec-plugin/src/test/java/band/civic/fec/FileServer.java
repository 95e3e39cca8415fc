package band.civic.fec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The FEC's server of bulk files, on loopback: conditional requests, ranges, and answers that are cut or stop coming.
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger stalls = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String etag = "\"one\"";
  private volatile String type = "application/zip";
  private volatile boolean ranges = true;
  private volatile boolean honest = true;
  private volatile boolean refuses;
  private volatile Runnable afterCut = () -> {};

  public FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void put(String path, byte[] content) {
    files.put(path, content);
  }

  public void version(String newEtag) {
    etag = newEtag;
  }

  /// What answers say they are.
  public void type(String contentType) {
    type = contentType;
  }

  /// Every answer is the whole file, whatever part was asked for.
  public void withoutRanges() {
    ranges = false;
  }

  /// Parts are given of whatever lies there, without a look at `If-Range`.
  public void careless() {
    honest = false;
  }

  /// Every file has nothing left to give, whatever was asked for.
  public void refuses() {
    refuses = true;
  }

  /// Ends the next answers after half of their bytes.
  public void cut(int answers) {
    cuts.set(answers);
  }

  /// The same, and then something happens.
  public void cutOnce(Runnable then) {
    afterCut = then;
    cuts.set(1);
  }

  /// After half of their bytes nothing more comes of the next answers, and they do not end either.
  public void stall(int answers) {
    stalls.set(answers);
  }

  /// What was asked for: path, range, status.
  public List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    var content = files.get(call.getRequestURI().getPath());
    var same = !honest || header(call, "If-Range").filter(etag::equals).isPresent();
    var from = header(call, "Range").filter(_ -> ranges && same)
        .map(text -> Integer.parseInt(text.replaceAll("\\D", "")))
        .orElse(0);
    var unchanged = header(call, "If-None-Match").filter(etag::equals).isPresent();
    var status = content == null
        ? 404
        : refuses ? 416 : unchanged ? 304 : from == 0 ? 200 : from < content.length ? 206 : 416;
    seen.add(call.getRequestURI().getPath() + header(call, "Range").map(text -> " " + text).orElse("") + " " + status);
    call.getResponseHeaders().add("ETag", etag);
    call.getResponseHeaders().add("Last-Modified", "Fri, 01 May 2026 08:00:00 GMT");
    call.getResponseHeaders().add("Content-Type", type);
    if (content == null || status == 304 || status == 416) {
      if (content != null && status == 416) {
        call.getResponseHeaders().add("Content-Range", "bytes */" + content.length);
      }
      call.sendResponseHeaders(status, -1);
      call.close();
      return;
    }
    if (status == 206) {
      call.getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1,
              content.length));
    }
    send(call, status, Arrays.copyOfRange(content, from, content.length));
  }

  private void send(HttpExchange call, int status, byte[] body) throws IOException {
    call.sendResponseHeaders(status, body.length);
    var isCut = cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    var isStalled = !isCut && stalls.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    call.getResponseBody().write(body, 0, isCut || isStalled ? body.length / 2 : body.length);
    call.getResponseBody().flush();
    if (isStalled) {
      awaitClose();
    }
    if (isCut) {
      afterCut.run();
      throw new IOException("cut on purpose"); // the server ends the connection
    }
    call.close();
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> header(HttpExchange call, String name) {
    return Optional.ofNullable(call.getRequestHeaders().getFirst(name));
  }
}
