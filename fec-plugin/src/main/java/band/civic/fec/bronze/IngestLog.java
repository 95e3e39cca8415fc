package band.civic.fec.bronze;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What ingests did, day by day: `logs/ingest/YYYY-MM-DD.json` below the storage directory, a JSON object a line. Nothing
/// secret goes in.
///
/// @param directory where the days are
/// @param runId the run of clerk
/// @param clock UTC
/// @param day which day's file: that of `FEC_NOW` where it is set
public record IngestLog(Path directory, String runId, Clock clock, LocalDate day) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// The log of a task's run.
  ///
  /// @param now the time it is for the FEC's data
  public static IngestLog of(TaskContext context, Instant now) {
    var storage = context.workspace().directory().resolve("../../..").normalize();
    return new IngestLog(storage.resolve("logs").resolve("ingest"), context.runId(), context.clock(), now.atZone(
        ZoneOffset.UTC).toLocalDate());
  }

  /// Adds a line.
  ///
  /// @param event `start`, `end`, `retry`, …
  /// @param task the task, or the file or endpoint it is about
  /// @param facts further members of the object
  public void write(String event, String task, Map<String, ?> facts) {
    var now = clock.instant();
    var line = new LinkedHashMap<String, Object>();
    line.put("at", now.toString());
    line.put("event", event);
    line.put("run_id", runId);
    line.put("task", task);
    line.putAll(facts);
    var file = directory.resolve(day + ".json");
    try {
      Files.createDirectories(directory);
      Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new ClerkException.SourceUnavailable("Cannot write " + file + " (" + e
          + "). Check the space on the disk and the rights of the directory, then try again.", e);
    }
  }
}
