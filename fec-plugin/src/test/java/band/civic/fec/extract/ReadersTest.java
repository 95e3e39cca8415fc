package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.FecSite;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who reads while a release is taken in. A small file is changed in place, a large one written anew.
class ReadersTest {
  private static final String LIVE = "SELECT count(*), sum(amount_cents) FROM indiv";

  @TempDir
  private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {500, 20_000})
  void sees_the_last_whole_release(int rows) {
    var plan = ReleasePlan.of(rows, 7, 2026);
    SampleRelease.write(plan, directory.resolve("one"));
    SampleRelease.write(plan.withRelease(2), directory.resolve("two"));
    var nation = FecSite.nation(directory.resolve("storage"));
    var california = nation.other("ca.us", "California", "CA", "state");
    nation.ingest(2026, directory.resolve("one"));
    var first = nation.file("indiv-2026", LIVE);
    var firstOfState = published(california);
    var seen = new ArrayList<List<String>>();
    var seenOfState = new ArrayList<List<String>>();
    nation.onStep(() -> {
      if (seen.isEmpty()) {
        seen.add(nation.file("indiv-2026", LIVE));
        seenOfState.add(published(california));
      }
    });

    nation.ingest(2026, directory.resolve("two"));

    assertThat(seen).containsExactly(first);
    assertThat(seenOfState).containsExactly(firstOfState);
    assertThat(nation.file("indiv-2026", LIVE)).isNotEqualTo(first);
    assertThat(published(california)).isNotEqualTo(firstOfState);
  }

  private static List<String> published(FecSite site) {
    site.publish();
    return site.published("SELECT count(*), sum(amount_cents) FROM contributions");
  }
}
