package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers that were given lately, by address and version of the data; bounded in bytes, those unused longest go first.
/// What is no longer current is never asked for again and so goes by itself.
final class AnswerCache {
  private static final int LARGEST = 1 << 20;
  private static final int OVERHEAD = 600;

  private final Map<String, Answer> answers = new LinkedHashMap<>(256, 0.75f, true);
  private final long capacity;
  private long size;

  /// @param capacity bytes
  AnswerCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<Answer> find(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  void put(String key, Answer answer) {
    if (answer.status() == 200 && answer.body() instanceof Body.Bytes bytes && bytes.bytes().length <= LARGEST) {
      store(key, answer);
    }
  }

  private synchronized void store(String key, Answer answer) {
    size += weight(key, answer);
    var replaced = answers.put(key, answer);
    if (replaced != null) {
      size -= weight(key, replaced);
    }
    var oldest = answers.entrySet().iterator();
    while (size > capacity && oldest.hasNext()) {
      var entry = oldest.next();
      size -= weight(entry.getKey(), entry.getValue());
      oldest.remove();
    }
  }

  private static long weight(String key, Answer answer) {
    return OVERHEAD + 2L * key.length() + (answer.body() instanceof Body.Bytes bytes ? bytes.bytes().length : 0);
  }
}
