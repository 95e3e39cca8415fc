package band.civic.clerk.core.cli.operate.why;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that must be so for a site to have fresh data, and whether it is.
///
/// @param what `mapping`, `plugin`, `schedule`, …
/// @param verdict how it is
/// @param message what is so
/// @param fix what to do; empty when nothing
/// @param children what it rests on
public record Reason(String what, Verdict verdict, String message, String fix, List<Reason> children) {

  public Reason {
    children = List.copyOf(children);
  }

  /// How something is.
  public enum Verdict {
    /// As it should be.
    GOOD("+"),
    /// Neither here nor there.
    NOTE("·"),
    /// It stands in the way.
    BAD("✗");

    final String sign;

    Verdict(String sign) {
      this.sign = sign;
    }
  }

  static Reason good(String what, String message) {
    return new Reason(what, Verdict.GOOD, message, "", List.of());
  }

  static Reason note(String what, String message) {
    return new Reason(what, Verdict.NOTE, message, "", List.of());
  }

  static Reason bad(String what, String message, String fix) {
    return new Reason(what, Verdict.BAD, message, fix, List.of());
  }

  /// A reason that is as its children are: bad if one of them is.
  static Reason of(String what, String message, List<Reason> children) {
    var bad = children.stream().anyMatch(child -> child.verdict() == Verdict.BAD);
    return new Reason(what, bad ? Verdict.BAD : Verdict.GOOD, message, "", children);
  }

  /// The first thing that stands in the way, nearest to the root cause: causes stand before their effects.
  Optional<Reason> firstBad() {
    return Stream.concat(children.stream().flatMap(child -> child.firstBad().stream()),
        verdict == Verdict.BAD && children.isEmpty() ? Stream.of(this) : Stream.empty()).findFirst();
  }

  /// The tree as text, two spaces deeper for each level.
  String text(String indent) {
    var line = "%s%s %s: %s".formatted(indent, verdict.sign, what, message);
    var own = fix.isEmpty() ? line : "%s%n%s    → %s".formatted(line, indent, fix);
    return Stream.concat(Stream.of(own), children.stream().map(child -> child.text(indent + "  ")))
        .reduce((above, below) -> above + System.lineSeparator() + below)
        .orElse("");
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("what", what);
    json.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
    json.put("message", message);
    json.put("fix", fix.isEmpty() ? Optional.empty() : Optional.of(fix));
    json.put("reasons", children.stream().map(Reason::json).toList());
    return json;
  }
}
