package band.civic.clerk.core.deploy.target;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// An S3-compatible server in a process of its own, on loopback.
final class S3Server implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Path JAR = Path.of("target", "s3", "s3-server.jar");

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it, without buckets.
  static S3Server start(Path directory) throws IOException, InterruptedException {
    var port = freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar",
        JAR.toString(), "--server.port=" + freePort(), "--com.adobe.testing.s3mock.http-port=" + port)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("s3.log").toFile())
        .start();
    var server = new S3Server(process, port);
    server.awaitAnswer();
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    var until = Instant.now().plus(START);
    while (!answers()) {
      if (Instant.now().isAfter(until) || !process.isAlive()) {
        close();
        throw new IOException("the S3 server did not start");
      }
      Thread.sleep(100);
    }
  }

  private boolean answers() {
    try {
      var connection = (HttpURLConnection) address().toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
