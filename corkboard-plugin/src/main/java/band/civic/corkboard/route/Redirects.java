package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pages that send the reader on: filter and sort forms, old addresses, slashes at the end.
final class Redirects {
  private static final Pattern NUMBERED = Pattern.compile("_filter_column(_\\d+)?");

  private Redirects() {}

  /// What the filter form and the sort form send becomes the arguments that they mean.
  static Optional<Answer> ofForm(Call call) {
    var args = filters(call.args());
    if (args.has("_sort_by_desc")) {
      var column = args.find("_sort");
      args = args.without("_sort_by_desc").without("_sort");
      args = column.isPresent() ? args.with("_sort_desc", column.get()) : args;
    }
    return args.equals(call.args()) ? Optional.empty() : Optional.of(to(call.linkWith(args)));
  }

  private static Args filters(Args args) {
    var result = args;
    for (var key : args.keys()) {
      var match = NUMBERED.matcher(key);
      if (match.matches()) {
        var suffix = match.group(1) == null ? "" : match.group(1);
        result = filter(result, suffix, !suffix.isEmpty());
      }
    }
    return result.without(p -> p.key().matches("_filter_(column|op|value)(_\\d+)?"));
  }

  private static Args filter(Args args, String suffix, boolean numbered) {
    var column = args.find("_filter_column" + suffix).orElse("");
    var op = args.find("_filter_op" + suffix).orElse("");
    var value = args.find("_filter_value" + suffix).orElse("");
    if (op.isEmpty() && numbered) {
      op = "exact";
    }
    int cut = op.indexOf("__");
    if (cut >= 0) {
      value = op.substring(cut + 2);
      op = op.substring(0, cut);
    }
    return column.isEmpty() ? args : args.with(column + "__" + (op.isEmpty() ? "exact" : op), value);
  }

  static Answer to(String link) {
    return Answer.redirect(link).with("link", "<" + link + ">; rel=preload");
  }

  /// A path with a slash at its end belongs to the page without it. Several slashes at the start would name another
  /// server, so only one is kept.
  static Optional<Answer> ofSlash(Call call) {
    if (!call.path().endsWith("/") || call.path().equals("/")) {
      return Optional.empty();
    }
    var path = call.path().replaceFirst("^/+", "/").replaceFirst("/+$", "");
    return Optional.of(Answer.redirect(call.base() + (path.isEmpty() ? "/" : path) + call.args().toQuery()));
  }
}
