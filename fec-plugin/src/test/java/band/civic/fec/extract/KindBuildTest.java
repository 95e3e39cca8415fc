package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import band.civic.fec.bulkfile.FileKind;
import band.civic.fec.bulkfile.FoundFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindBuildTest {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir
  private Path directory = Path.of("");

  @Test
  void a_build_that_could_not_be_opened_leaves_no_file() {
    var file = directory.resolve(".cm-2026.db.building");

    assertThatThrownBy(() -> KindBuild.open(file, found(), (begun, _) -> {
      write(begun);
      throw new SQLException("the disk is full");
    })).hasMessage("the disk is full");
    assertThatThrownBy(() -> KindBuild.open(file, found(), (_, _) -> {})).hasMessageContaining("Cannot write " + file);

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_file_in_its_place_is_held_open_no_more() throws IOException, SQLException {
    assumeThat(DESCRIPTORS).isDirectory();
    var target = directory.resolve("cm-2026.db");
    var build = KindBuild.open(directory.resolve(".cm-2026.db.building"), found());
    try {
      build.moveTo(target);

      assertThat(isOpen(target)).isFalse();
    } finally {
      build.discard();
    }
    assertThat(target).exists();
  }

  private FoundFile found() {
    return new FoundFile(FileKind.CM, directory.resolve("cm.txt"), Optional.empty());
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "half");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    try (var open = Files.list(DESCRIPTORS)) {
      return open.anyMatch(descriptor -> isSame(descriptor, file));
    }
  }

  private static boolean isSame(Path descriptor, Path file) {
    try {
      return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
    } catch (IOException _) {
      return false; // closed meanwhile, or the directory that is being listed
    }
  }
}
