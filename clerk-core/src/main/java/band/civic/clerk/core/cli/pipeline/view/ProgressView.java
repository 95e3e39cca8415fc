package band.civic.clerk.core.cli.pipeline.view;

import band.civic.clerk.core.job.ProgressBoard;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows running tasks while they run: on a terminal one line for each, drawn over itself; else a line for each now and
/// then.
public final class ProgressView implements AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration IN_PIPE = Duration.ofSeconds(5);
  private static final int WIDTH = 79;

  private final ProgressBoard board;
  private final Optional<PrintWriter> out;
  private final Clock clock;
  private final boolean terminal;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
      .name("clerk-progress")
      .daemon()
      .factory());
  private int drawn;
  private boolean closed;

  private ProgressView(ProgressBoard board, Optional<PrintWriter> out, Clock clock, boolean terminal) {
    this.board = board;
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
  }

  /// Shows the board until closed.
  ///
  /// @param out empty when nobody wants to see it
  public static ProgressView show(ProgressBoard board, Optional<PrintWriter> out, Clock clock) {
    var view = new ProgressView(board, out, clock, isTerminal());
    if (out.isPresent()) {
      var pause = (view.terminal ? ON_TERMINAL : IN_PIPE).toMillis();
      var _ = view.thread.scheduleAtFixedRate(view::tick, pause, pause, TimeUnit.MILLISECONDS);
    }
    return view;
  }

  /// Prints a line that stays.
  public synchronized void say(String line) {
    draw(List.of());
    out.ifPresent(writer -> writer.println(line));
    out.ifPresent(PrintWriter::flush);
  }

  /// Stops, and wipes what was drawn.
  @Override
  public synchronized void close() {
    thread.shutdownNow();
    draw(List.of());
    closed = true;
  }

  private void tick() {
    var now = clock.instant();
    var running = board.running().stream().map(task -> new ProgressLine(task, now)).toList();
    if (terminal) {
      draw(running.stream().map(ProgressLine::bar).toList());
    } else {
      running.forEach(line -> say(line.plain()));
    }
  }

  private synchronized void draw(List<String> lines) {
    if (!closed) {
      out.ifPresent(writer -> draw(lines, writer));
    }
  }

  private void draw(List<String> lines, PrintWriter writer) {
    if (drawn > 0) {
      writer.print("\u001b[%dA\u001b[J".formatted(drawn));
    }
    lines.forEach(line -> writer.println(line.length() > WIDTH ? line.substring(0, WIDTH) : line));
    drawn = lines.size();
    writer.flush();
  }

  /// There is no console at all where input or output is no terminal.
  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(console -> console.isTerminal()).isPresent();
  }
}
