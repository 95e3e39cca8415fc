package band.civic.fec.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskContext;
import band.civic.fec.bulkfile.FileKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The kinds of files that `--kinds` names.
final class Kinds {

  private Kinds() {}

  /// Those named, or all.
  ///
  /// @throws ClerkException.BadConfiguration when there is no such kind
  static List<FileKind> of(TaskContext context) {
    return of(context.option("kinds").orElse(""));
  }

  static List<FileKind> of(String kinds) {
    return kinds.isBlank()
        ? List.of(FileKind.values())
        : Arrays.stream(kinds.split(",")).map(Kinds::kind).toList();
  }

  private static FileKind kind(String word) {
    return FileKind.find(word.strip())
        .orElseThrow(() -> new ClerkException.BadConfiguration("--kinds: there is no kind \"" + word + "\"; there are "
            + Arrays.stream(FileKind.values()).map(FileKind::id).collect(Collectors.joining(", ")) + "."));
  }
}
