import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Load for `clerk serve` (or a Datasette beside it): fixed scenarios over keep-alive connections, URLs vary per request.
///
///     java clerk-bench/serve/ServeLoad.java http://127.0.0.1:8001 4 6
///
/// Arguments: address, connections, seconds for each scenario. The database is the one that `make-meetings.sql` makes:
/// `sqlite3 meetings.db < clerk-bench/serve/make-meetings.sql`.
public final class ServeLoad {
  private static final List<String[]> SCENARIOS = List.of(
      new String[] {"row_json", "/meetings/minutes/%d.json"},
      new String[] {"table_json_pk", "/meetings/minutes.json?_size=20&_next=%d"},
      new String[] {"database_json", "/meetings.json?_n=%d"},
      new String[] {"html_row", "/meetings/minutes/%d"},
      new String[] {"search_json", "/meetings/minutes.json?_search=rare%d&_size=20"},
      new String[] {"facet_json", "/meetings/minutes.json?_facet=meeting&_size=1&_n=%d"},
      new String[] {"html_table", "/meetings/minutes?_facet=meeting&_size=20&_next=%d"},
      new String[] {"filter_sort_json", "/meetings/minutes.json?meeting=Board+%d&_sort_desc=date&_size=20"},
      new String[] {"sql_json", "/meetings/-/query.json?sql=select+meeting,count(*)+from+minutes+where+page!=:n+group+by+1&n=%d"},
      new String[] {"csv_1000", "/meetings/minutes.csv?_size=max&_next=%d"});

  public static void main(String[] args) throws Exception {
    var address = java.net.URI.create(args[0]);
    int connections = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    System.out.printf("%-18s %10s %9s %9s %7s%n", "scenario", "req/s", "p50 ms", "p99 ms", "errors");
    for (var scenario : SCENARIOS) {
      run(address, scenario[1], connections, 1);
      var times = run(address, scenario[1], connections, seconds);
      long errors = Arrays.stream(times).filter(t -> t < 0).count();
      var good = Arrays.stream(times).filter(t -> t >= 0).sorted().toArray();
      System.out.printf("%-18s %10.1f %9.2f %9.2f %7d%n", scenario[0], (double) good.length / seconds,
          good[good.length / 2] / 1e6, good[(int) (good.length * 0.99)] / 1e6, errors);
    }
  }

  private static long[] run(java.net.URI address, String path, int connections, int seconds) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    try (var pool = Executors.newFixedThreadPool(connections)) {
      var workers = new ArrayList<Future<long[]>>();
      for (int i = 0; i < connections; i++) {
        var random = new Random(i + System.nanoTime());
        workers.add(pool.submit(() -> work(address, path, end, random)));
      }
      var all = new ArrayList<long[]>();
      for (var worker : workers) {
        all.add(worker.get());
      }
      return all.stream().flatMapToLong(Arrays::stream).toArray();
    }
  }

  private static long[] work(java.net.URI address, String path, long end, Random random) throws IOException {
    var times = new ArrayList<Long>();
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        var target = path.formatted(1 + random.nextInt(59_000));
        socket.getOutputStream().write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        times.add(read(in) ? System.nanoTime() - start : -1);
      }
    }
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  /// Reads one answer; true for 200.
  private static boolean read(BufferedInputStream in) throws IOException {
    var status = line(in);
    long length = -1;
    boolean chunked = false;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      var lower = header.toLowerCase(java.util.Locale.ROOT);
      length = lower.startsWith("content-length:") ? Long.parseLong(lower.substring(15).strip()) : length;
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (!chunked) {
      in.skipNBytes(Math.max(0, length));
      return status.contains(" 200");
    }
    for (long size = Long.parseLong(line(in).strip(), 16); size > 0; size = Long.parseLong(line(in).strip(), 16)) {
      in.skipNBytes(size + 2);
    }
    line(in);
    return status.contains(" 200");
  }

  private static String line(BufferedInputStream in) throws IOException {
    var text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection was closed");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
