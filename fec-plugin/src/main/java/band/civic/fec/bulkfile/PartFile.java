package band.civic.fec.bulkfile;

import band.civic.clerk.etl.http.Waiting;
import band.civic.fec.bulkfile.Download.Outcome;
import band.civic.fec.bulkfile.Download.Version;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A file that is not whole yet, beside where it will be: `.{name}.part`, and in `.{name}.part.version` what it is a part
/// of.
final class PartFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path part;
  private final Path mark;

  PartFile(Path file) {
    this.file = file;
    this.part = file.resolveSibling("." + file.getFileName() + ".part");
    this.mark = file.resolveSibling("." + file.getFileName() + ".part.version");
  }

  long bytes() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /// What the part is of; empty when there is none.
  Optional<Version> version() throws IOException {
    if (!Files.exists(part) || !Files.exists(mark)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(mark);
    return lines.size() < 2 ? Optional.empty() : Optional.of(new Version(lines.get(0), lines.get(1)));
  }

  /// Takes what comes, from a place on, and gives the file its name when it is whole.
  Outcome write(HttpResponse<?> answer, InputStream body, long from, Waiting waiting) throws IOException {
    var version = Version.of(answer);
    Files.createDirectories(file.resolveSibling(""));
    if (from == 0) {
      Files.deleteIfExists(mark);
      empty(); // bytes of another version must never stand under this one's mark
      Files.write(mark, List.of(version.etag(), version.lastModified()));
    }
    var received = 0L;
    try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(from);
      channel.position(from);
      received = copy(body, Channels.newOutputStream(channel), waiting);
      channel.force(true);
    }
    var expected = answer.headers().firstValueAsLong("Content-Length");
    if (expected.isPresent() && received != expected.getAsLong()) {
      throw new EOFException("the answer ended after " + received + " of " + expected.getAsLong() + " bytes");
    }
    finish(version);
    return new Outcome("downloaded", version, received);
  }

  /// The part is of another version: away with it.
  Outcome discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(mark);
    return new Outcome("again", Version.NONE, 0);
  }

  private void empty() throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(0);
      channel.force(true);
    }
  }

  private void finish(Version version) throws IOException {
    if (!version.lastModified().isEmpty()) {
      var modified = ZonedDateTime.parse(version.lastModified(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Files.setLastModifiedTime(part, FileTime.from(modified));
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(mark);
  }

  private static long copy(InputStream body, OutputStream out, Waiting waiting) throws IOException {
    var buffer = new byte[BUFFER];
    var copied = 0L;
    for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      waiting.checkCancelled();
      out.write(buffer, 0, count);
      copied += count;
    }
    return copied;
  }
}
