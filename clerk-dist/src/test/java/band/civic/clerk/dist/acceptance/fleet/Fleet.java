package band.civic.clerk.dist.acceptance.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Schedulers and workers as processes of their own, killed and started again as it happens.
final class Fleet implements AutoCloseable {
  private final Path clerk;
  private final Path directory;
  private final Map<String, String> environment;
  private final List<Member> members = new ArrayList<>();
  private final Map<Long, Long> killedAt = new HashMap<>();
  private final Random random = new Random();

  private static final class Member {
    private final List<String> words;
    private Process process;

    Member(List<String> words, Process process) {
      this.words = words;
      this.process = process;
    }
  }

  /// @param clerk the launcher
  /// @param directory where the processes work and what they print goes
  Fleet(Path clerk, Path directory, Map<String, String> environment) {
    this.clerk = clerk;
    this.directory = directory;
    this.environment = environment;
  }

  void start(int schedulers, int workers) throws IOException {
    for (var i = 0; i < schedulers; i++) {
      add("schedule", "run");
    }
    for (var i = 0; i < workers; i++) {
      add("worker", "--all", "-n", "2");
    }
  }

  /// Kills one of them as a crash would, and starts another in its place.
  void killOne() throws IOException, InterruptedException {
    var member = members.get(random.nextInt(members.size()));
    member.process.destroyForcibly().waitFor();
    killedAt.put(member.process.pid(), System.currentTimeMillis());
    member.process = run(member.words);
  }

  /// The ids of those that run.
  Set<Long> pids() {
    return members.stream().map(member -> member.process.pid()).collect(Collectors.toSet());
  }

  /// When each killed process was dead, by its id.
  Map<Long, Long> killedAt() {
    return Map.copyOf(killedAt);
  }

  int kills() {
    return killedAt.size();
  }

  /// Runs one command to its end.
  void clerk(String... words) throws IOException, InterruptedException {
    var process = run(List.of(words));
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", words) + ": " + Files.readString(log()));
    }
  }

  private void add(String... words) throws IOException {
    members.add(new Member(List.of(words), run(List.of(words))));
  }

  private Process run(List<String> words) throws IOException {
    var command = Stream.concat(Stream.of(clerk.toString()), words.stream()).toList();
    var builder = new ProcessBuilder(command).directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path log() {
    return directory.resolve("fleet.out");
  }

  @Override
  public void close() {
    members.forEach(member -> member.process.destroy());
    members.forEach(member -> end(member.process));
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
