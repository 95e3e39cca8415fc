package band.civic.clerk.dist.acceptance.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the visits wrote down.
final class Visits {

  private Visits() {}

  /// Visits that began while another process was at the same site and alive.
  static List<String> overlaps(Path log, Map<Long, Long> killedAt) throws IOException {
    var open = new HashMap<String, Long>();
    var overlaps = new ArrayList<String>();
    for (var line : Files.readAllLines(log)) {
      var words = line.split(" ");
      var site = words[1];
      var pid = Long.parseLong(words[2]);
      if (words[0].equals("end")) {
        open.remove(site);
      } else {
        var other = open.put(site, pid);
        if (other != null && killedAt.getOrDefault(other, Long.MAX_VALUE) > Long.parseLong(words[3])) {
          overlaps.add(line + " while process " + other + " was there");
        }
      }
    }
    return overlaps;
  }
}
