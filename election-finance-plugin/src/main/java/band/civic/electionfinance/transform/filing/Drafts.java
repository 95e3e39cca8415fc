package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.transform.wire.Cover;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All filings that rows speak of. Rows of one filing mostly come one after the other.
public final class Drafts {
  private final Map<String, Draft> byIdentity = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable Cover lastCover;
  private @Nullable Draft last;

  /// The filing of a cover; made when it is the first of it. Rows that repeat a cover come with one and the same object.
  @SuppressWarnings("ReferenceEquality")
  public Draft of(Cover cover, int sourceId) {
    var known = last;
    if (known != null && cover == lastCover) {
      return known;
    }
    var draft = byIdentity.computeIfAbsent(cover.identity(), key -> add(cover, sourceId));
    draft.learn(cover);
    last = draft;
    lastCover = cover;
    return draft;
  }

  public List<Draft> list() {
    return drafts;
  }

  private Draft add(Cover cover, int sourceId) {
    var draft = new Draft(drafts.size(), cover, sourceId);
    drafts.add(draft);
    return draft;
  }
}
