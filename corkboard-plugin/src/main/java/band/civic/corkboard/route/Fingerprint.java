package band.civic.corkboard.route;

import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Assets;
import band.civic.corkboard.sqlite.FileVersion;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which version of the data an address shows: the versions of the files behind it. As long as it stays the same, so
/// does the answer.
final class Fingerprint {

  private Fingerprint() {}

  /// Nothing for addresses whose answer depends on more than files.
  static Optional<String> of(Instance instance, Call call) {
    var target = Target.of(call.path());
    if (target.is(0, "-")) {
      return Optional.empty();
    }
    if (target.size() == 1 && target.raw(0).isEmpty()) {
      var all = instance.databases();
      return Optional.of(all.stream().map(f -> f.name() + "@" + mark(f)).collect(Collectors.joining(",")));
    }
    var name = Tilde.decode(target.raw(0));
    return instance.find(name)
        .flatMap(DatabaseFile::version)
        .map(FileVersion::mark);
  }

  private static String mark(DatabaseFile file) {
    return file.version().map(FileVersion::mark).orElse("");
  }

  /// The strong ETag of an address at that version.
  static String etag(String key) {
    long hash = 1125899906842597L;
    var text = key + Assets.MARK;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return "\"" + Long.toHexString(hash) + Integer.toHexString(text.hashCode()) + "\"";
  }
}
