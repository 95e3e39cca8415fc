package band.civic.fec.openfec;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// One answered page.
///
/// @param url without the key
/// @param fetchedAt when OpenFEC said it
/// @param rows in the order of the answer; money is a decimal, never a double
/// @param count how many rows match in all
/// @param isCountExact whether that was counted; else it is the planner's guess
/// @param lastIndexes where a list by `last_indexes` goes on; empty at its end, and for other lists
/// @param sha256 of the answer
public record Page(URI url, Instant fetchedAt, List<ObjectNode> rows, long count, boolean isCountExact,
    Map<String, String> lastIndexes, String sha256) {

  public Page {
    rows = List.copyOf(rows);
    lastIndexes = Map.copyOf(lastIndexes);
  }
}
