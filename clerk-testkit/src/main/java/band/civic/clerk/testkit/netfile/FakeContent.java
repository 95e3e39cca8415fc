package band.civic.clerk.testkit.netfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What the fake server knows.
final class FakeContent {
  final List<Map<String, String>> agencies = new ArrayList<>();
  /// By `AID year`.
  final Map<String, byte[]> workbooks = new TreeMap<>();
  /// By `list AID`, or `list AID year`.
  final Map<String, List<Map<String, String>>> rows = new ConcurrentHashMap<>();
  /// Feed items by agency: guid and description.
  final Map<String, SequencedMap<String, String>> feeds = new ConcurrentHashMap<>();
  /// Objects of the Campaign API, as JSON, by `list AID`.
  final Map<String, List<String>> campaign = new ConcurrentHashMap<>();

  List<Map<String, String>> rows(String... key) {
    return rows.getOrDefault(String.join(" ", key), List.of());
  }

  void addRows(List<Map<String, String>> more, String... key) {
    rows.computeIfAbsent(String.join(" ", key), _ -> new ArrayList<>()).addAll(more);
  }

  List<Integer> years(String aid) {
    return workbooks.keySet()
        .stream()
        .filter(key -> key.startsWith(aid + " "))
        .map(key -> Integer.valueOf(key.substring(aid.length() + 1)))
        .toList();
  }

  SequencedMap<String, String> feed(String aid) {
    return feeds.computeIfAbsent(aid, _ -> new LinkedHashMap<>());
  }
}
