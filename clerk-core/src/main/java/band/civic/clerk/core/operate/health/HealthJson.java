package band.civic.clerk.core.operate.health;

import band.civic.clerk.spi.HealthCheck.State;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A report as `clerk health --json` and `/health` tell it.
public final class HealthJson {

  private HealthJson() {}

  /// `status`, `timestamp`, `checks` by name, `issues`, `warnings`.
  public static Map<String, Object> of(HealthReport report) {
    var checks = new LinkedHashMap<String, Object>();
    for (var check : report.checks()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("status", word(check.state()));
      one.put("message", check.message());
      checks.put(check.name(), one);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("status", word(report.state()));
    json.put("timestamp", report.at());
    json.put("checks", checks);
    json.put("issues", report.issues());
    json.put("warnings", report.warnings());
    return json;
  }

  /// `healthy`, `degraded`, `unhealthy`.
  public static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
