package band.civic.fec.openfec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A list of OpenFEC: where it is, how it is paged, in which order a walk loses nothing, how long an answer is good.
public enum Endpoint {
  /// Committees as they are now.
  COMMITTEES("committees", "/committees/", "committee_id", Lifetime.DAY),
  /// Candidates as they are now.
  CANDIDATES("candidates", "/candidates/", "candidate_id", Lifetime.DAY),
  /// Reports and their amendments.
  FILINGS("filings", "/filings/", "receipt_date committee_id", Lifetime.NONE),
  /// Electronic filings of the last four months, at once.
  EFILE_FILINGS("efile-filings", "/efile/filings/", "receipt_date", Lifetime.NONE),
  /// Receipts, once the FEC has coded them.
  SCHEDULE_A("schedule_a", "/schedules/schedule_a/", "contribution_receipt_date", Lifetime.NONE),
  /// Disbursements, once the FEC has coded them.
  SCHEDULE_B("schedule_b", "/schedules/schedule_b/", "disbursement_date", Lifetime.NONE),
  /// Independent expenditures, notices among them.
  SCHEDULE_E("schedule_e", "/schedules/schedule_e/", "expenditure_date", Lifetime.NONE),
  /// Receipts as they were filed electronically.
  SCHEDULE_A_EFILE("schedule_a-efile", "/schedules/schedule_a/efile/", "contribution_receipt_date", Lifetime.NONE),
  /// Disbursements as they were filed electronically.
  SCHEDULE_B_EFILE("schedule_b-efile", "/schedules/schedule_b/efile/", "disbursement_date", Lifetime.NONE),
  /// Independent expenditures as they were filed electronically.
  SCHEDULE_E_EFILE("schedule_e-efile", "/schedules/schedule_e/efile/", "expenditure_date", Lifetime.NONE),
  /// What a committee took in and spent, by cycle.
  TOTALS("totals", "/committee/{id}/totals/", "cycle", Lifetime.DAY),
  /// The candidates of a race and their money.
  ELECTIONS("elections", "/elections/", "candidate_id", Lifetime.DAY);

  private static final Map<String, Set<String>> PARAMETERS = read();

  private final String id;
  private final String path;
  private final String sort;
  private final Lifetime lifetime;

  Endpoint(String id, String path, String sort, Lifetime lifetime) {
    this.id = id;
    this.path = path;
    this.sort = sort;
    this.lifetime = lifetime;
  }

  private enum Lifetime {
    /// Its rows are asked for by a cursor that says what is new: always anew.
    NONE, DAY
  }

  /// Its name in settings, states and reports, `schedule_a`.
  public String id() {
    return id;
  }

  /// Below the base address; `{id}` stands for a committee.
  public String path() {
    return path;
  }

  /// The order of a walk: always ascending. Descending, OpenFEC loses rows once a page ends on one without a value.
  List<String> sorts() {
    return List.of(sort.split(" "));
  }

  /// Whether it is paged by `last_indexes`; else by page numbers.
  public boolean isKeyset() {
    return this == SCHEDULE_A || this == SCHEDULE_B || this == SCHEDULE_E;
  }

  /// Whether it understands the parameter; every other is ignored there without a word.
  public boolean understands(String parameter) {
    return PARAMETERS.getOrDefault(id, Set.of()).contains(parameter);
  }

  /// How long an answer need not be asked for again; a cycle that is over changes seldom.
  public Duration lifetime(boolean isOver) {
    if (lifetime == Lifetime.NONE) {
      return Duration.ZERO;
    }
    return isOver ? Duration.ofDays(30) : Duration.ofHours(24);
  }

  @Override
  public String toString() {
    return id.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Set<String>> read() {
    try (var in = Endpoint.class.getResourceAsStream("parameters.txt")) {
      if (in == null) {
        throw new IllegalStateException("parameters.txt is not in the plugin");
      }
      var parameters = new HashMap<String, Set<String>>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(parts -> parameters.put(parts[0], Set.of(parts[1].split(" "))));
      return Map.copyOf(parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
