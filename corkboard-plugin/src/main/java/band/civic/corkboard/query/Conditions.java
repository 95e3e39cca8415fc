package band.civic.corkboard.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A WHERE in the making: its conditions, their parameters, and how a person would say it.
final class Conditions {
  private final List<String> clauses = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Map<String, @Nullable Object> params = new LinkedHashMap<>();
  private int next;

  Conditions() {}

  /// A copy that more conditions can be added to.
  Conditions copy() {
    var copy = new Conditions();
    copy.clauses.addAll(clauses);
    copy.said.addAll(said);
    copy.params.putAll(params);
    copy.next = next;
    return copy;
  }

  /// Keeps a value and returns the parameter that stands for it, `:p0`.
  String bind(@Nullable Object value) {
    var name = "p" + next++;
    params.put(name, value);
    return ":" + name;
  }

  String bind(String name, Object value) {
    params.put(name, value);
    return ":" + name;
  }

  void require(String clause) {
    clauses.add(clause);
  }

  void say(String words) {
    said.add(words);
  }

  /// Said before what is there already.
  void sayFirst(List<String> words) {
    said.addAll(0, words);
  }

  Map<String, @Nullable Object> params() {
    return params;
  }

  boolean isEmpty() {
    return clauses.isEmpty();
  }

  /// `where a and b ` with a space at its end, or nothing.
  String where() {
    return clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses) + " ";
  }

  /// `where a and b and extra`.
  String whereAnd(String extra) {
    return clauses.isEmpty() ? "where " + extra : where() + "and " + extra;
  }

  /// `where state = "MI" and x > 3`, or nothing.
  String words() {
    if (said.isEmpty()) {
      return "";
    }
    var head = String.join(", ", said.subList(0, said.size() - 1));
    return "where " + (head.isEmpty() ? "" : head + " and ") + said.getLast();
  }
}
