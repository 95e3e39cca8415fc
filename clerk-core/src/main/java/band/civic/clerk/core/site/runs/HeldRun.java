package band.civic.clerk.core.site.runs;

import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.site.DatasetKey;

/// A run that holds its site. A job may try its run again; then only the newest attempt may write.
///
/// @param id the run
/// @param attempt which attempt of it, from 1 on
/// @param key what it is for
public record HeldRun(String id, long attempt, DatasetKey key) {

  /// As events tell of it.
  public About about() {
    return About.run(key.subdomain(), key.dataType(), id);
  }
}
