package band.civic.electionfinance.load;

import java.io.IOException;
import java.util.Properties;

/// The plugin's version, as its build wrote it into the jar.
final class ProgramVersion {
  private static final String POM = "/META-INF/maven/band.civic/election-finance-plugin/pom.properties";

  private ProgramVersion() {}

  static String get() {
    var properties = new Properties();
    try (var in = ProgramVersion.class.getResourceAsStream(POM)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version", "development");
  }
}
