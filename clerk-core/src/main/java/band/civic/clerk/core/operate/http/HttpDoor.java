package band.civic.clerk.core.operate.http;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The HTTP server of a worker or scheduler, for as long as that one runs.
public final class HttpDoor implements AutoCloseable {
  private static final int THREADS = 4;

  static {
    // whoever sends or reads slowly does not keep a thread
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private HttpDoor(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Opens the door.
  ///
  /// @throws BadConfiguration when the address is taken or not of this machine
  public static HttpDoor start(DoorSettings settings, List<Route> routes) {
    var server = bind(settings);
    // platform threads: what is shown comes out of the registry
    var threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("clerk-http-", 0).daemon().factory());
    server.setExecutor(threads);
    server.createContext("/", new Entrance(routes, new Gate(settings.token()))::handle);
    server.start();
    return new HttpDoor(server, threads);
  }

  /// Where it is: `http://127.0.0.1:8900/`.
  public URI address() {
    var bound = server.getAddress();
    var host = bound.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound.getAddress();
    var name = host.getHostAddress();
    return URI.create("http://%s:%d/".formatted(name.contains(":") ? "[" + name + "]" : name, bound.getPort()));
  }

  /// Closes it at once; what is being answered is cut off.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer bind(DoorSettings settings) {
    try {
      return HttpServer.create(settings.address(), 0);
    } catch (BindException e) {
      if (settings.elsewhere()) {
        return bindAnywhere(settings);
      }
      throw cannot(settings, e);
    } catch (IOException e) {
      throw cannot(settings, e);
    }
  }

  private static HttpServer bindAnywhere(DoorSettings settings) {
    try {
      return HttpServer.create(new InetSocketAddress(settings.address().getAddress(), 0), 0);
    } catch (IOException e) {
      throw cannot(settings, e);
    }
  }

  private static BadConfiguration cannot(DoorSettings settings, IOException e) {
    return new BadConfiguration("http.address %s:%d cannot be listened on (%s). Name a free one, or `off`."
        .formatted(settings.address().getHostString(), settings.address().getPort(), e.getMessage()), e);
  }
}
