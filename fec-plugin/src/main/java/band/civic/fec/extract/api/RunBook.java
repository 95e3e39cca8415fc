package band.civic.fec.extract.api;

import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.Ingests;
import band.civic.fec.openfec.Endpoint;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a task did: an ingest for each list and cycle, counts, notices.
final class RunBook {
  private static final int DAY = 10;

  private final TaskContext context;
  private final ApiBronze bronze;
  private final Instant now;
  private final Map<Chapter, Long> ingests = new LinkedHashMap<>();
  private final Map<Chapter, Counts> counts = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private Optional<String> incomplete = Optional.empty();

  private record Chapter(Endpoint list, int cycle) {}

  /// @param now the instant it is for the FEC's data
  RunBook(TaskContext context, ApiBronze bronze, Instant now) {
    this.context = context;
    this.bronze = bronze;
    this.now = now;
  }

  /// The ingest that rows of a series belong to; the first one begins it.
  long ingest(SeriesKey key) throws SQLException {
    var chapter = new Chapter(key.list(), key.cycle());
    var known = ingests.get(chapter);
    if (known != null) {
      return known;
    }
    var start = new Ingests.Start(context.runId(), context.option("command").orElse("fec etl"), "api", key.list().id(),
        key.cycle(), key.list().path());
    var id = bronze.ingests().begin(start, now);
    bronze.sql().update("UPDATE ingests SET window_to = ? WHERE ingest_id = ?", now.toString().substring(0, DAY), id);
    ingests.put(chapter, id);
    return id;
  }

  void counted(SeriesKey key, Counts more) {
    counts.merge(new Chapter(key.list(), key.cycle()), more, Counts::plus);
  }

  void note(Notice notice) {
    notices.add(notice);
  }

  /// Something was not read to its end.
  void isIncomplete(String why) {
    incomplete = Optional.of(incomplete.map(before -> before + "; " + why).orElse(why));
  }

  /// Closes the ingests.
  TaskReport close() throws SQLException {
    var all = Counts.NONE;
    for (var entry : ingests.entrySet()) {
      var chapter = counts.getOrDefault(entry.getKey(), Counts.NONE);
      all = all.plus(chapter);
      end(entry.getKey(), entry.getValue(), chapter);
    }
    return TaskReport.empty()
        .withRead(all.read())
        .withWritten(all.added() + all.changed())
        .withChanged(all.added() + all.changed())
        .withUnchanged(all.unchanged())
        .withRetired(all.retired())
        .withRejected(all.rejected())
        .withNotices(notices);
  }

  private void end(Chapter chapter, long ingest, Counts did) throws SQLException {
    var figures = new Figures(did.read(), did.added(), did.changed(), did.unchanged(), did.retired(), did.rejected(), 0,
        0, cents(chapter), checksum(chapter));
    bronze.alone(() -> {
      bronze.ingests()
          .end(ingest, incomplete.isPresent() ? "incomplete" : "complete", figures, context.clock().instant());
      return bronze.sql().update("UPDATE ingests SET reason = ? WHERE ingest_id = ?", incomplete.orElse(""), ingest);
    });
  }

  private long cents(Chapter chapter) throws SQLException {
    return chapter.list().isKeyset()
        ? bronze.sql()
            .number("SELECT sum(amount_cents) FROM api_%s WHERE cycle = ? AND retired_run IS NULL".formatted(chapter
                .list()
                .id()), chapter.cycle())
        : 0;
  }

  /// The sum of all live rows' hashes, whatever their order.
  private String checksum(Chapter chapter) throws SQLException {
    var sql = chapter.list().isKeyset()
        ? "SELECT row_hash FROM api_%s WHERE cycle = ? AND retired_run IS NULL".formatted(chapter.list().id())
        : "SELECT row_hash FROM api_entities WHERE cycle = ? AND kind = '%s' AND retired_run IS NULL".formatted(chapter
            .list()
            .id());
    var sum = 0L;
    for (var hash : bronze.sql().list(row -> row.getLong(1), sql, chapter.cycle())) {
      sum += hash;
    }
    return "%016x".formatted(sum);
  }
}
