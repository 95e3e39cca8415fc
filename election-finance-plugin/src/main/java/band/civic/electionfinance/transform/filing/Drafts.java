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
  private @Nullable Draft last;

  /// The filing of a cover; made when it is the first of it.
  public Draft of(Cover cover, int sourceId) {
    var draft = last;
    if (draft == null || !draft.cover().identity().equals(cover.identity())) {
      draft = byIdentity.computeIfAbsent(cover.identity(), key -> add(cover, sourceId));
      last = draft;
    }
    draft.learn(cover);
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
