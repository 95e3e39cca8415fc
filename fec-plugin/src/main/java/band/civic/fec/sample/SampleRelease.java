package band.civic.fec.sample;

import band.civic.fec.sample.Contribution.Bad;
import band.civic.fec.sample.Contribution.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes an invented release and says what it must give. Every row is a function of the plan and its index, so that a
/// second release makes, drops, supersedes or edits exactly the rows of the first.
public final class SampleRelease {
  private static final int BLANK_LINES = 200_003;
  private static final int LATER_FILE = 700_000;

  private final ReleasePlan plan;
  private final Expected expected = new Expected();
  private final List<Second> seconds = new ArrayList<>();

  /// The second line of a row, and the index after which it is written.
  private static final class Second {
    final long after;
    final byte[] line;

    Second(long after, byte[] line) {
      this.after = after;
      this.line = line;
    }
  }

  private SampleRelease(ReleasePlan plan) {
    this.plan = plan;
  }

  /// Writes `cn.txt`, `cm.txt`, `ccl.txt`, `itcont.txt`, `itpas2.txt`, `itoth.txt`, `oppexp.txt` and `webk.txt`.
  ///
  /// @param directory where to; made if it is not there
  public static Expected write(ReleasePlan plan, Path directory) {
    var release = new SampleRelease(plan);
    try {
      Files.createDirectories(directory);
      try (var out = new Text(directory.resolve("itcont.txt"))) {
        release.contributions(out);
      }
      new OtherFiles(plan, release.expected).write(directory);
      return release.expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void contributions(Text out) {
    var contributions = new Contributions(plan);
    var text = new ContributionText(plan);
    for (var index = 0L; index < plan.indexes(); index++) {
      var row = contributions.make(index);
      if (isThere(row, index)) {
        write(row, index, text, out);
        writeSeconds(index, out);
        writeBlank(row, out);
      }
      out.flushWhenFull();
    }
    writeSeconds(Long.MAX_VALUE, out);
    if (!plan.faults().lastLineEnds()) {
      out.unwrite();
    }
  }

  /// Makes of a row of the first release what the second has of it. False: it is gone.
  private boolean isThere(Contribution row, long index) {
    if (plan.release() == 1 || row.bad != Bad.NONE) {
      return true;
    }
    if (index >= plan.rows()) {
      expected.add("new", 1);
      return true;
    }
    var dice = plan.dice(3, index);
    var fate = dice.below(10_000);
    if (fate < 30) {
      expected.add("gone", 1);
      return false;
    }
    if (fate < 130) {
      supersede(row, index, dice);
    } else {
      row.edited = fate < 150;
      expected.add(row.edited ? "edited" : "unchanged", 1);
    }
    return true;
  }

  private void supersede(Contribution row, long index, Dice dice) {
    row.fileNumber += LATER_FILE;
    row.amendment = 'A';
    row.load(row.loaded.plusDays(30), 6, index);
    if (dice.below(2) == 1) {
      row.dollars += row.dollars < 0 ? -5 : 5;
    }
    expected.add("gone", 1);
    expected.add("new", 1);
    expected.add("superseded", 1);
  }

  private void write(Contribution row, long index, ContributionText text, Text out) {
    var from = out.size();
    text.write(row, row.dollars, out);
    expected.add("lines", row.bad == Bad.SPLIT_LINE ? 2 : 1);
    if (row.bad != Bad.NONE) {
      expected.rejected(row);
      return;
    }
    expected.valid(row);
    if (row.twin == Twin.NONE) {
      return;
    }
    var after = index + 1 + Long.remainderUnsigned(row.hash, 40);
    if (row.twin == Twin.SAME) {
      expected.add("repeated", 1);
      seconds.add(new Second(after, out.since(from)));
    } else {
      expected.add("conflicting", 1);
      var end = out.size();
      text.write(row, row.lastDollars(), out);
      seconds.add(new Second(after, out.since(end)));
      out.cutTo(end);
    }
  }

  private void writeSeconds(long index, Text out) {
    if (seconds.isEmpty()) {
      return;
    }
    for (var second : List.copyOf(seconds)) {
      if (second.after <= index) {
        out.add(second.line);
        expected.add("lines", 1);
        seconds.remove(second);
      }
    }
  }

  private void writeBlank(Contribution row, Text out) {
    if (Long.remainderUnsigned(row.hash, BLANK_LINES) == 0) {
      out.add('\n');
      expected.add("blank", 1);
      expected.add("lines", 1);
    }
  }
}
