package band.civic.corkboard.web;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// A running server. Requests are answered on a bounded pool of platform threads, which is where SQL belongs.
public final class WebServer implements AutoCloseable {
  private static final int BIGGEST_HEAD = 64 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final EventStreams events;

  /// Where and how to listen.
  ///
  /// @param host address to listen on
  /// @param port port; 0 for any free one
  /// @param threads most requests that are answered at once
  /// @param shutdownWait how long running answers may take when the server stops
  /// @param sharesPort true to let another server listen on the same port (SO_REUSEPORT), so that a new one can begin
  ///   before this one ends
  public record Listen(String host, int port, int threads, Duration shutdownWait, boolean sharesPort) {}

  private WebServer(Server server, ServerConnector connector, EventStreams events) {
    this.server = server;
    this.connector = connector;
    this.events = events;
  }

  /// Starts listening.
  public static WebServer start(Listen listen, Responder responder) {
    var pool = new QueuedThreadPool(listen.threads, Math.min(8, listen.threads));
    pool.setName("serve");
    var server = new Server(pool);
    var http = new HttpConfiguration();
    http.setRequestHeaderSize(BIGGEST_HEAD);
    http.setResponseHeaderSize(BIGGEST_HEAD);
    http.setSendServerVersion(false);
    // names of tables may hold anything, so paths are read as they are sent and decoded here, never by the server
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setHttpCompliance(HttpCompliance.RFC7230);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(listen.host);
    connector.setPort(listen.port);
    connector.setReusePort(listen.sharesPort);
    connector.setIdleTimeout(30_000);
    connector.setAcceptQueueSize(512);
    // an idle connection is no reason to wait when the server stops
    connector.setShutdownIdleTimeout(20);
    server.addConnector(connector);
    var events = new EventStreams();
    server.setHandler(new GracefulHandler(new CallHandler(responder, events)));
    server.setStopTimeout(listen.shutdownWait.toMillis());
    try {
      server.start();
    } catch (Exception e) {
      throw new BadConfiguration("Cannot listen on " + listen.host + ":" + listen.port + ": " + rootMessage(e)
          + "; choose another --port", e);
    }
    return new WebServer(server, connector, events);
  }

  private static String rootMessage(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /// The address to open.
  public URI address() {
    var host = connector.getHost();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort());
  }

  /// Waits until the server stops.
  public void join() {
    try {
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes no more requests, lets running answers end, stops.
  @Override
  public void close() {
    events.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    }
  }
}
