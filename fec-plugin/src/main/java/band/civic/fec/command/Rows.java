package band.civic.fec.command;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.BronzeLayout.KindOfCycle;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bronze.StoredRow;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds a row by the FEC's number in all files of bronze.
///
/// @param bronze where they are
record Rows(Bronze bronze) {

  /// A version of a row, and where it stands.
  ///
  /// @param file its kind and cycle
  /// @param row the version
  /// @param releases of the file, to name files and runs
  record Version(KindOfCycle file, StoredRow row, List<Release> releases) {

    /// The release that an ingest took in.
    Optional<Release> release(long ingestId) {
      return releases.stream().filter(release -> release.ingestId() == ingestId).findFirst();
    }

    Map<String, Object> json() {
      var facts = row.facts();
      var document = new LinkedHashMap<String, Object>();
      document.put("kind", file.kind().id());
      document.put("cycle", file.cycle());
      document.put("status", facts.fate());
      document.put("amount_cents", facts.amountCents().orElse(null));
      document.put("line", new String(row.line(), StandardCharsets.UTF_8));
      document.put("line_base64", Base64.getEncoder().encodeToString(row.line()));
      document.put("row_hash", "%016x".formatted(facts.hash()));
      document.put("source_file", release(facts.firstRun()).map(Release::origin).orElse(null));
      document.put("source_line", facts.sourceLine());
      document.put("first_ingest", facts.firstRun());
      document.put("first_run", release(facts.firstRun()).map(Release::runId).orElse(null));
      document.put("last_run", lastRun());
      document.put("retired_run", facts.endedRun().flatMap(this::release).map(Release::runId).orElse(null));
      return document;
    }

    /// The last run that saw this content: that before the one that saw it no more, or the last of the file.
    private String lastRun() {
      var seen = releases.stream()
          .filter(release -> row.facts().endedRun().filter(ended -> release.ingestId() >= ended).isEmpty())
          .toList();
      return seen.isEmpty() ? "" : seen.getLast().runId();
    }
  }

  /// All versions, oldest first, file by file.
  ///
  /// @throws ClerkException.BadConfiguration when no file has the row
  List<Version> find(String subId) {
    var key = number(subId);
    var found = new ArrayList<Version>();
    for (var file : bronze.layout().listFiles()) {
      if (file.kind().hasSubId()) {
        found.addAll(find(file, key));
      }
    }
    if (found.isEmpty()) {
      throw new ClerkException.BadConfiguration("No bulk file in bronze has a row " + subId
          + ". `clerk fec runs list` shows what was taken in.");
    }
    return found;
  }

  private static List<Version> find(KindOfCycle file, long key) {
    try (var connection = KindFile.connect(file.file())) {
      var kind = KindFile.of(file.kind(), connection);
      var rows = StoredRow.list(kind, key);
      var releases = rows.isEmpty() ? List.<Release>of() : kind.listReleases();
      return rows.stream().map(row -> new Version(file, row, releases)).toList();
    } catch (SQLException e) {
      throw Bronze.failed(file.file(), e);
    }
  }

  private static long number(String subId) {
    try {
      return Long.parseLong(subId.strip());
    } catch (NumberFormatException e) {
      throw new ClerkException.BadConfiguration(
          "\"" + subId + "\" is no number of a row; they have 19 digits, such as 4010120241000000179.", e);
    }
  }
}
