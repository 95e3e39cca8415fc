package band.civic.clerk.dist.acceptance.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.dist.acceptance.Distribution;
import band.civic.clerk.dist.acceptance.Distribution.Result;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: a backfill that was killed goes on with the file that it was at: no file is taken in twice.
class KilledBackfillTest {
  private static final List<String> BACKFILL = List.of("fec", "backfill", "--cycles", "2018,2020", "--from");

  @TempDir
  private Path directory;

  @Test
  void it_is_killed_in_each_cycle_and_takes_each_file_in_once() throws Exception {
    var installed = Distribution.unpackedIn(directory).withEnvironment(Map.of("FEC_NOW", "2020-05-01"));
    installed.clerk("plugin", "list");
    for (var cycle : new int[]{2018, 2020}) {
      SampleRelease.write(ReleasePlan.of(5_000, 7, cycle), directory.resolve("files/" + cycle));
    }
    var whole = installed.storingIn(directory.resolve("whole"));
    assertThat(backfill(whole).exitCode()).isZero();
    var clerk = installed.storingIn(directory.resolve("killed"));

    killWhenThereIs("oppexp-2018.db", clerk);
    killWhenThereIs("pas2-2020.db", clerk);
    var last = backfill(clerk);

    assertThat(last.exitCode()).as(last.err()).isZero();
    var bronze = new Bronze(clerk.storage());
    assertThat(bronze.audit("SELECT kind || '-' || cycle FROM ingests WHERE status = 'complete' GROUP BY kind, cycle "
        + "HAVING count(*) > 1")).isEmpty();
    assertThat(bronze.audit("SELECT kind FROM ingests WHERE status = 'unchanged' AND cycle = 2018")).contains("indiv",
        "oppexp");
    assertThat(bronze.content()).isEqualTo(new Bronze(whole.storage()).content());
    assertThat(bronze.files()).isEqualTo(new Bronze(whole.storage()).files());
  }

  private Result backfill(Distribution clerk) {
    return clerk.clerk(words());
  }

  private String[] words() {
    var words = new ArrayList<>(BACKFILL);
    words.add(directory.resolve("files").toString());
    return words.toArray(String[]::new);
  }

  private void killWhenThereIs(String file, Distribution clerk) throws Exception {
    var process = clerk.start(words());
    var awaited = clerk.storage().resolve("us/fec/work/bronze").resolve(file);
    while (!Files.exists(awaited)) {
      assertThat(process.isAlive()).as("it is at it").isTrue();
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
  }
}
