package band.civic.clerk.core.worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person who watches a service is told on the terminal: what begins, what came of it, what is put in. It stands in
/// the log file too, among much else.
public final class Milestones {
  /// The logger's name; no class is called like this.
  public static final String LOGGER = "band.civic.clerk.milestones";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  private Milestones() {}

  /// Tells one.
  ///
  /// @param line without its time
  public static void tell(String line) {
    LOG.info(line);
  }
}
