package band.civic.clerk.etl.bulk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinePlacesTest {
  @TempDir
  Path directory;

  @Test
  void finds_lines_again_however_long_they_are() throws IOException {
    var lines = IntStream.range(0, 20_000)
        .mapToObj(i -> "line " + i + "x".repeat(i % 1_000 == 7 ? 200_000 : i % 50))
        .toList();
    var file = Files.writeString(directory.resolve("lines.txt"), String.join("\n", lines));
    var places = read(file);

    try (var channel = FileChannel.open(file)) {
      for (var line : new int[]{0, 1, 6, 7, 8, 999, 1_006, 1_007, 1_008, 5_000, 19_007, 19_008, 19_999}) {
        assertThat(new String(places.read(channel, line + 1), StandardCharsets.UTF_8)).isEqualTo(lines.get(line));
      }
      for (var line = 0; line < lines.size(); line += 331) {
        assertThat(new String(places.read(channel, line + 1), StandardCharsets.UTF_8)).isEqualTo(lines.get(line));
      }
    }
  }

  @Test
  void tells_when_the_file_was_cut_meanwhile() throws IOException {
    var file = Files.writeString(directory.resolve("lines.txt"),
        IntStream.range(0, 1_000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    var places = read(file);
    Files.writeString(file, "0\n1\n");

    try (var channel = FileChannel.open(file)) {
      assertThatThrownBy(() -> places.read(channel, 500)).isInstanceOf(IOException.class).hasMessageContaining("500");
    }
  }

  private static LinePlaces read(Path file) {
    try (var chunks = LineChunks.open(BulkSource.file(file), 100_000)) {
      var chunk = chunks.newChunk();
      while (chunks.next(chunk)) {
        // to the end
      }
      return chunks.places();
    }
  }
}
