package band.civic.fec.bulkfile;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bulkfile.Download.Outcome;
import band.civic.fec.bulkfile.Download.Version;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A file that is not whole yet, beside where it will be: `.{name}.part`, and in `.{name}.part.version` what it is a part
/// of.
final class PartFile {
  private static final int BUFFER = 1 << 16;
  private static final Pattern SOME = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");
  private static final Pattern NOTHING_LEFT = Pattern.compile("bytes \\*/(\\d+)");

  private final Path file;
  private final Path part;
  private final Path mark;
  private long received;
  private long reached;

  PartFile(Path file) {
    this.file = file;
    this.part = file.resolveSibling("." + file.getFileName() + ".part");
    this.mark = file.resolveSibling("." + file.getFileName() + ".part.version");
  }

  long bytes() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /// Bytes that came through this object.
  long received() {
    return received;
  }

  /// How far into the file they reached.
  long reached() {
    return reached;
  }

  /// What the part is of; empty when there is none.
  Optional<Version> version() throws IOException {
    if (!Files.exists(part) || !Files.exists(mark)) {
      Files.deleteIfExists(mark);
      return Optional.empty();
    }
    var lines = Files.readAllLines(mark);
    return lines.size() < 2 ? Optional.empty() : Optional.of(new Version(lines.get(0), lines.get(1)));
  }

  /// Takes the whole file, and gives it its name.
  Outcome write(HttpResponse<?> answer, InputStream body, Waiting waiting) throws IOException {
    var version = Version.of(answer);
    checkRoom(answer, bytes());
    writing(() -> {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(mark);
      empty(); // bytes of another version must never stand under this one's mark
      Files.write(mark, List.of(version.etag(), version.lastModified()));
    });
    append(answer, body, waiting);
    return finish(version);
  }

  /// Takes the rest of what was begun; a rest of something else is not taken.
  Outcome goOn(HttpResponse<?> answer, InputStream body, Waiting waiting) throws IOException {
    var begun = version().orElse(Version.NONE);
    var range = range(answer);
    if (range.isEmpty() || range.get().from() != bytes() || isOther(Version.of(answer), begun)) {
      return discard();
    }
    checkRoom(answer, 0);
    append(answer, body, waiting);
    if (bytes() != range.get().total()) {
      throw new EOFException("the answer ended after " + bytes() + " of " + range.get().total() + " bytes");
    }
    return finish(begun);
  }

  /// There is nothing after the part: it is whole, or of another version.
  Outcome endOrBeginAnew(HttpResponse<?> answer) throws IOException {
    var begun = version().orElse(Version.NONE);
    var total = answer.headers().firstValue("Content-Range").map(NOTHING_LEFT::matcher).filter(Matcher::matches);
    var isWhole = total.isPresent() && Long.parseLong(total.get().group(1)) == bytes();
    return isWhole && !isOther(Version.of(answer), begun) ? finish(begun) : discard();
  }

  Outcome isUnchanged(Version known) throws IOException {
    discard();
    return new Outcome("unchanged", known, 0);
  }

  private Outcome discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(mark);
    return new Outcome("again", Version.NONE, 0);
  }

  /// What a part of an answer is a part of.
  private record Range(long from, long total) {}

  private static Optional<Range> range(HttpResponse<?> answer) {
    return answer.headers()
        .firstValue("Content-Range")
        .map(SOME::matcher)
        .filter(Matcher::matches)
        .map(match -> new Range(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))));
  }

  private static boolean isOther(Version answer, Version begun) {
    return isOther(answer.etag(), begun.etag()) || isOther(answer.lastModified(), begun.lastModified());
  }

  private static boolean isOther(String mark, String begun) {
    return !mark.isEmpty() && !begun.isEmpty() && !mark.equals(begun);
  }

  /// @param freed bytes that make room first
  private void checkRoom(HttpResponse<?> answer, long freed) {
    var bytes = answer.headers().firstValueAsLong("Content-Length").orElse(0);
    new DiskSpace(file.resolveSibling("")).require(bytes - freed, "To download " + file.getFileName());
  }

  private void append(HttpResponse<?> answer, InputStream body, Waiting waiting) throws IOException {
    var expected = answer.headers().firstValueAsLong("Content-Length");
    var before = received;
    try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      copy(body, channel, waiting);
      writing(() -> channel.force(true));
    }
    if (expected.isPresent() && received - before != expected.getAsLong()) {
      throw new EOFException(
          "the answer ended after " + (received - before) + " of " + expected.getAsLong() + " bytes");
    }
  }

  private void empty() throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(0);
      channel.force(true);
    }
  }

  /// Only what is what it should be gets the name; until then an older file keeps it.
  private Outcome finish(Version version) throws IOException {
    checkIsFile();
    if (!version.lastModified().isEmpty()) {
      var modified = ZonedDateTime.parse(version.lastModified(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Files.setLastModifiedTime(part, FileTime.from(modified));
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(mark);
    return new Outcome("downloaded", version, received);
  }

  private void checkIsFile() throws IOException {
    if (!file.toString().endsWith(".zip")) {
      return;
    }
    try (var zip = new ZipFile(part.toFile())) {
      zip.size();
    } catch (ZipException e) {
      discard();
      throw new ClerkException.BadSourceData("What came for " + file + " is no whole zip file (" + e.getMessage()
          + "); what was there is as before. Try again later.", e);
    }
  }

  private void copy(InputStream body, FileChannel channel, Waiting waiting) throws IOException {
    var buffer = new byte[BUFFER];
    for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      waiting.checkCancelled();
      var bytes = ByteBuffer.wrap(buffer, 0, count);
      writing(() -> {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      });
      received += count;
      reached = Math.max(reached, channel.position());
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  /// A disk that takes no more is no trouble of the server's: to ask again at once would not help.
  private void writing(Writing work) {
    try {
      work.run();
    } catch (IOException e) {
      var space = new DiskSpace(file.resolveSibling("")).told();
      var left = "What came of it was removed.";
      try {
        discard(); // who shares the disk needs the room
      } catch (IOException again) {
        e.addSuppressed(again);
        left = "What came of it may still lie there.";
      }
      throw new ClerkException.SourceUnavailable(
          "Cannot write %s (%s). %s %s What was there before is as it was. Free some space or correct the directory's "
              .formatted(file, e.getMessage(), space, left) + "rights, then try again.",
          e);
    }
  }
}
