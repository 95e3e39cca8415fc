package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A job that leaves a mark while it is at a site. When a mark of a process that is alive is there already, two were at
/// the site at once, and that is noted in the file `clashes`.
///
/// @param directory where the marks are
record Marks(Path directory) {
  /// Many attempts: each kill takes one.
  private static final Limits OFTEN = new Limits(Duration.ofMinutes(1), 50);

  JobKind kind() {
    return JobKind.of("serve", "serve", OFTEN, this::serve).ofSites("finance");
  }

  private JobResult serve(JobContext context) {
    var mark = directory.resolve(context.subdomain());
    try {
      set(mark);
      Workshop.pause(150);
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JobResult.done();
  }

  private void set(Path mark) throws IOException {
    var self = String.valueOf(ProcessHandle.current().pid());
    try {
      Files.writeString(mark, self, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      var other = Files.readString(mark).strip();
      if (!other.isEmpty() && ProcessHandle.of(Long.parseLong(other)).filter(ProcessHandle::isAlive).isPresent()) {
        Files.writeString(directory.resolve("clashes"), mark.getFileName() + " by " + self + " and " + other + "\n",
            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      Files.writeString(mark, self);
    }
  }
}
