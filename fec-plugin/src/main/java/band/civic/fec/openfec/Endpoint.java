package band.civic.fec.openfec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A list of OpenFEC: where it is, how it is paged, in which order a walk loses nothing, how long an answer is good.
public enum Endpoint {
  COMMITTEES("committees", "/committees/", "committee_id", Lifetime.DAY), CANDIDATES("candidates", "/candidates/",
      "candidate_id", Lifetime.DAY), FILINGS("filings", "/filings/", "receipt_date", Lifetime.HOURS), EFILE_FILINGS(
          "efile-filings", "/efile/filings/", "receipt_date", Lifetime.NONE), SCHEDULE_A("schedule_a",
              "/schedules/schedule_a/", "contribution_receipt_date", Lifetime.HOURS), SCHEDULE_B("schedule_b",
                  "/schedules/schedule_b/", "disbursement_date", Lifetime.HOURS), SCHEDULE_E("schedule_e",
                      "/schedules/schedule_e/", "expenditure_date", Lifetime.HOURS), SCHEDULE_A_EFILE(
                          "schedule_a-efile", "/schedules/schedule_a/efile/", "contribution_receipt_date",
                          Lifetime.NONE), SCHEDULE_B_EFILE("schedule_b-efile", "/schedules/schedule_b/efile/",
                              "disbursement_date", Lifetime.NONE), SCHEDULE_E_EFILE("schedule_e-efile",
                                  "/schedules/schedule_e/efile/", "expenditure_date", Lifetime.NONE), TOTALS("totals",
                                      "/committee/{id}/totals/", "cycle", Lifetime.DAY), ELECTIONS("elections",
                                          "/elections/", "candidate_id", Lifetime.DAY);

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
    NONE, HOURS, DAY
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
  public String sort() {
    return sort;
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
    return isOver ? Duration.ofDays(30) : Duration.ofHours(lifetime == Lifetime.DAY ? 24 : 6);
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
