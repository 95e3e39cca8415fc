package band.civic.fec.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleReleaseTest {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void the_same_plan_gives_the_same_bytes_and_another_seed_gives_others() throws IOException {
    var plan = ReleasePlan.of(2_000, 5, 2024);
    SampleRelease.write(plan, directory.resolve("one"));
    SampleRelease.write(plan, directory.resolve("two"));
    SampleRelease.write(ReleasePlan.of(2_000, 6, 2024), directory.resolve("three"));

    assertThat(directory.resolve("one/itcont.txt")).hasSameBinaryContentAs(directory.resolve("two/itcont.txt"));
    assertThat(Files.mismatch(directory.resolve("one/itcont.txt"), directory.resolve("three/itcont.txt"))).isNotEqualTo(
        -1);
  }

  /// What the reference generator states for 100,000 rows, seed 42, ten times the usual faults.
  @Test
  void figures_are_those_that_the_mix_was_stated_for() {
    var plan = ReleasePlan.of(100_000, 42, 2024).withFaults(ReleasePlan.Faults.USUAL.times(10));

    var first = SampleRelease.write(plan, directory.resolve("one"));
    var second = SampleRelease.write(plan.withRelease(2), directory.resolve("two"));

    assertThat(figures(first, "valid lines repeated conflicting blank rejected_records rejected_lines sum")).isEqualTo(
        "99399 100155 53 2 2 601 699 72187826");
    assertThat(figures(first, "pas2 oth oppexp webk webk_wrong oppexp_cents oppexp_memo_cents sum_24E sum_24A sum_24K "
        + "sum_15J_memos")).isEqualTo(
            "2100 6100 5100 12360 9 2122322449 790721151 17867500 10561500 4247000 1076000");
    assertThat(first.rowsOf("15E")).isEqualTo(27801);
    assertThat(figures(second, "unchanged edited gone new superseded")).isEqualTo("97949 215 1235 5931 956");
  }

  private static String figures(Expected expected, String names) {
    var text = new StringBuilder();
    for (var name : names.split(" ", -1)) {
      text.append(String.format(Locale.ROOT, "%s%d", text.isEmpty() ? "" : " ", expected.figure(name)));
    }
    return text.toString();
  }
}
