package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.Loser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Fingerprints as chunks bring them, put together in the order of the source.
final class FingerprintParts {
  private final boolean wanted;
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  /// @param wanted whether any are kept
  FingerprintParts(boolean wanted) {
    this.wanted = wanted;
  }

  /// The fingerprints of one chunk.
  static final class Part {
    private long[] keys;
    private long[] hashes;
    private int count;

    private Part(int capacity) {
      keys = new long[capacity];
      hashes = new long[capacity];
    }

    void add(long key, long hash) {
      if (count < keys.length) {
        keys[count] = key;
        hashes[count++] = hash;
      }
    }

    private void trim() {
      keys = Arrays.copyOf(keys, count);
      hashes = Arrays.copyOf(hashes, count);
    }
  }

  Part newPart(int lines) {
    return new Part(wanted ? lines : 0);
  }

  synchronized void put(int chunk, Part part) {
    if (wanted) {
      part.trim();
      parts.put(chunk, part);
    }
  }

  /// All of them in the order of the source, each key once with the hash of its last line. Every part is let go as soon
  /// as it was taken over.
  ///
  /// @param repeated the keys that came more than once
  synchronized Fingerprints join(Loser.Outcome repeated) {
    var known = new Fingerprints();
    var seen = new HashMap<Long, Integer>(); // place of each repeated key, -1 before it came
    repeated.keys().forEach(key -> seen.put(key, -1));
    while (!parts.isEmpty()) {
      addTo(known, parts.pollFirstEntry().getValue(), seen);
    }
    return known;
  }

  private static void addTo(Fingerprints known, Part part, Map<Long, Integer> seen) {
    for (var i = 0; i < part.count; i++) {
      var key = part.keys[i];
      var place = seen.isEmpty() ? null : seen.get(key);
      if (place == null || place < 0) {
        known.add(key, part.hashes[i]);
      } else {
        known.set(place, part.hashes[i]);
      }
      if (place != null && place < 0) {
        seen.put(key, known.size() - 1);
      }
    }
  }
}
