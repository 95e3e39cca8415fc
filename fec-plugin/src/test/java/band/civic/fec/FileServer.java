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
import java.util.concurrent.atomic.AtomicInteger;

/// The FEC's server of bulk files, on loopback: conditional requests, ranges, and answers that are cut.
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile String etag = "\"one\"";

  public FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
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

  /// Ends the next answers after half of their bytes.
  public void cut(int answers) {
    cuts.set(answers);
  }

  /// What was asked for: path, range, status.
  public List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    var content = files.get(call.getRequestURI().getPath());
    var range = header(call, "Range").filter(_ -> header(call, "If-Range").filter(etag::equals).isPresent());
    var unchanged = header(call, "If-None-Match").filter(etag::equals).isPresent();
    var status = content == null ? 404 : unchanged ? 304 : range.isPresent() ? 206 : 200;
    seen.add(call.getRequestURI().getPath() + range.map(text -> " " + text).orElse("") + " " + status);
    call.getResponseHeaders().add("ETag", etag);
    call.getResponseHeaders().add("Last-Modified", "Fri, 01 May 2026 08:00:00 GMT");
    if (content == null || unchanged) {
      call.sendResponseHeaders(status, -1);
      call.close();
      return;
    }
    var from = range.map(text -> Integer.parseInt(text.replaceAll("\\D", ""))).orElse(0);
    send(call, status, Arrays.copyOfRange(content, from, content.length));
  }

  private void send(HttpExchange call, int status, byte[] body) throws IOException {
    call.sendResponseHeaders(status, body.length);
    var isCut = cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    call.getResponseBody().write(body, 0, isCut ? body.length / 2 : body.length);
    call.getResponseBody().flush();
    if (isCut) {
      throw new IOException("cut on purpose"); // the server ends the connection
    }
    call.close();
  }

  private static Optional<String> header(HttpExchange call, String name) {
    return Optional.ofNullable(call.getRequestHeaders().getFirst(name));
  }
}
