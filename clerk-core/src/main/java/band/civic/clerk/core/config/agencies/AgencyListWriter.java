package band.civic.clerk.core.config.agencies;

import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.core.config.yaml.YamlText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;

/// Writes an agencies file in its one form, so that a change of one mapping is a change of a few lines in a review. The
/// comment at the head is kept, comments between the rows are not.
public final class AgencyListWriter {
  private AgencyListWriter() {}

  /// Replaces `file` at one stroke, after the new text was read back and checked.
  ///
  /// @throws BadConfiguration when the list contradicts itself or the file cannot be written; the old file stays then
  public static void replace(Path file, AgencyList list) {
    var temporary = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      var text = head(file) + text(list);
      AgencyListReader.read(YamlFile.parse(file, text));
      try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadConfiguration("%s cannot be written (%s). Make it and its directory writable."
          .formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  /// The list as the file says it, without the comment at the head.
  public static String text(AgencyList list) {
    return "source: %s%nlisted: \"%s\"%nagencies:%n".formatted(list.source(), list.listed()).replace("\r", "")
        + list.agencies().stream().map(AgencyListWriter::text).collect(Collectors.joining());
  }

  private static String head(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.takeWhile(line -> line.startsWith("#")).map(line -> line + "\n").collect(Collectors.joining());
    }
  }

  /// One row as the file says it.
  public static String text(AgencyEntry entry) {
    var text = new StringBuilder();
    line(text, "- id", String.valueOf(entry.key().id()));
    line(text, "  shortcut", YamlText.quoted(entry.key().shortcut()));
    line(text, "  name", YamlText.quoted(entry.name()));
    line(text, "  kind", entry.kind());
    entry.skip().ifPresent(reason -> line(text, "  skip", YamlText.quoted(reason)));
    if (!entry.mappings().isEmpty()) {
      text.append("  mappings:\n");
      entry.mappings().forEach(mapping -> mapping(text, mapping));
    }
    return text.toString();
  }

  private static void mapping(StringBuilder text, AgencyMapping mapping) {
    line(text, "  - subdomain", mapping.subdomain());
    line(text, "    scope", mapping.scope());
    line(text, "    enabled", String.valueOf(mapping.enabled()));
    line(text, "    review", mapping.needsReview() ? "needed" : "accepted");
    if (!mapping.note().isEmpty()) {
      line(text, "    note", YamlText.quoted(mapping.note()));
    }
    mapping.from().ifPresent(day -> line(text, "    from", '"' + day.toString() + '"'));
    mapping.until().ifPresent(day -> line(text, "    until", '"' + day.toString() + '"'));
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }
}
