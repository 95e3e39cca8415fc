package band.civic.electionfinance.model.filing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who is who: one key for every filer (netfile 3.5 item 8). The state's id decides, else the agency's id, else the
/// name: a name that belongs to exactly one filer with an id means that filer, any other name is a filer of its own. So
/// two committees that both wrote `Pending` stay two.
public final class FilerKeys {
  private final Map<String, Set<String>> keysByLocalId = new HashMap<>();
  private final Map<String, Set<String>> keysByName = new HashMap<>();

  /// Learns from all that was filed, in any order.
  public FilerKeys(Collection<AsFiled> filers) {
    for (var filer : filers) {
      filer.fppcId().ifPresent(id -> {
        if (!filer.localId().isEmpty()) {
          learn(keysByLocalId, filer, filer.localId(), id);
        }
      });
    }
    for (var filer : filers) {
      var known = byId(filer);
      if (!known.isEmpty() && !filer.plainName().isEmpty()) {
        keysByName.computeIfAbsent(scoped(filer, filer.plainName()), name -> new HashSet<>()).add(known);
      }
    }
  }

  /// The filer's key: the state's id, `1392842`, which is the same in every agency; else, within the agency,
  /// `13:COAK-1538` or `1:name:friends-of-nobody`.
  public String of(AsFiled filer) {
    var known = byId(filer);
    if (!known.isEmpty()) {
      return known;
    }
    var sameName = keysByName.getOrDefault(scoped(filer, filer.plainName()), Set.of());
    return sameName.size() == 1 ? sameName.iterator().next() : scoped(filer, "name:" + filer.plainName());
  }

  /// The key of whoever filed one filing and said neither an id nor a name, `1:name::4711`: nobody can tell who else that
  /// is.
  public static String ofUnknown(int agencyId, String filing) {
    return agencyId + ":name::" + filing;
  }

  /// Whether the key stands on a name alone, or not even on that.
  public static boolean isByName(String filerKey) {
    return filerKey.startsWith("name:", filerKey.indexOf(':') + 1);
  }

  private String byId(AsFiled filer) {
    var fppcId = filer.fppcId();
    if (fppcId.isPresent()) {
      return fppcId.get();
    }
    if (filer.localId().isEmpty()) {
      return "";
    }
    var local = scoped(filer, filer.localId());
    var known = keysByLocalId.getOrDefault(local, Set.of());
    return known.size() == 1 ? known.iterator().next() : local;
  }

  private static void learn(Map<String, Set<String>> keys, AsFiled filer, String alias, String id) {
    keys.computeIfAbsent(scoped(filer, alias), known -> new HashSet<>()).add(id);
  }

  private static String scoped(AsFiled filer, String id) {
    return filer.agencyId() + ":" + id;
  }
}
