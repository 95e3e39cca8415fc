package band.civic.fec.bulkfile;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Downloads one file. What is unchanged is not downloaded; what was cut is gone on with, or begun anew when the file has
/// changed meanwhile; only a whole file gets its name.
///
/// @param http follows redirects
/// @param waiting between tries
/// @param patience how long to wait for an answer, and then for its next byte
public record Download(HttpClient http, Waiting waiting, Duration patience) {
  /// So many in a row may come no farther than those before.
  private static final int TRIES = 6;
  /// Before the second try; twice as long before each further one; in ms.
  private static final long PAUSE = 500;
  private static final Duration CONNECT = Duration.ofSeconds(60);

  /// What tells one version of a file from another.
  ///
  /// @param etag empty when there is none
  /// @param lastModified as the server wrote it; empty when there is none
  public record Version(String etag, String lastModified) {
    /// Nothing is known.
    public static final Version NONE = new Version("", "");

    static Version of(HttpResponse<?> answer) {
      return new Version(answer.headers().firstValue("ETag").orElse(""), answer.headers()
          .firstValue("Last-Modified")
          .orElse(""));
    }

    /// What `If-Range` may ask with: no weak mark.
    Optional<String> validator() {
      return Optional.of(etag.isEmpty() || etag.startsWith("W/") ? lastModified : etag)
          .filter(text -> !text.isEmpty());
    }
  }

  /// What came of it.
  ///
  /// @param status `downloaded`, `unchanged` or `missing`
  /// @param version what lies there now
  /// @param received how many bytes came
  public record Outcome(String status, Version version, long received) {}

  /// A client as downloads need it.
  public static HttpClient newClient() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(CONNECT)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /// Brings the file up to date.
  ///
  /// @param known the version that lies there; [Version#NONE] when none does
  /// @throws ClerkException.SourceUnavailable when the server stays in trouble, and then what came is kept for the next try;
  /// or when the disk is full, and then it is removed: who shares the disk needs the room
  /// @throws ClerkException.BadSourceData when it answers what is no file
  public Outcome run(URI url, Path file, Version known) {
    var part = new PartFile(file);
    var farthest = 0L;
    for (var tries = 1;; tries++) {
      waiting.checkCancelled();
      try {
        var attempt = attempt(url, part, Files.exists(file) ? known : Version.NONE);
        if (!attempt.status().equals("again")) {
          return new Outcome(attempt.status(), attempt.version(), part.received());
        }
        throw new IOException("the answer is no rest of the part that was here, which was thrown away");
      } catch (IOException e) {
        tries = part.reached() > farthest ? 1 : tries;
        farthest = Math.max(farthest, part.reached());
        checkTries(tries, url, kept(part), e);
        waiting.pause(Duration.ofMillis(PAUSE << (tries - 1)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClerkException.Cancelled("The download of " + url + " was stopped; what came is kept.");
      }
    }
  }

  private static void checkTries(int tries, URI url, String kept, IOException e) {
    if (tries == TRIES) {
      throw new ClerkException.SourceUnavailable(
          "%s could not be downloaded in %d tries (%s). %s".formatted(url, tries, e, kept), e);
    }
  }

  private static String kept(PartFile part) {
    try {
      return part.bytes() > 0 ? "What came is kept: try again later to go on." : "Try again later.";
    } catch (IOException _) {
      return "Try again later."; // what the disk says no more of is no promise
    }
  }

  private Outcome attempt(URI url, PartFile part, Version known) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url).timeout(patience).header("User-Agent", "clerk (civic.band)");
    var begun = part.version().flatMap(Version::validator);
    if (begun.isPresent() && part.bytes() > 0) {
      request.header("Range", "bytes=" + part.bytes() + "-").header("If-Range", begun.get());
    } else {
      condition(request, known);
    }
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var body = new PatientStream(answer.body(), patience)) {
      return switch (answer.statusCode()) {
        case 200 -> part.write(file(url, answer), body, waiting);
        case 206 -> part.goOn(answer, body, waiting);
        case 304 -> part.isUnchanged(known);
        case 404 -> new Outcome("missing", Version.NONE, 0);
        case 416 -> part.endOrBeginAnew(answer);
        case 403, 410 -> throw new ClerkException.BadSourceData(
            url + " is refused (status " + answer.statusCode() + "). Check FEC_BULK_BASE.");
        default -> throw new IOException("status " + answer.statusCode());
      };
    }
  }

  private static <T> HttpResponse<T> file(URI url, HttpResponse<T> answer) {
    if (answer.headers().firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent()) {
      throw new ClerkException.BadSourceData(
          url + " answers with a page for people instead of a file; what was there is as before. Try again later, or "
              + "check FEC_BULK_BASE.");
    }
    return answer;
  }

  private static void condition(HttpRequest.Builder request, Version known) {
    if (!known.etag().isEmpty()) {
      request.header("If-None-Match", known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      request.header("If-Modified-Since", known.lastModified());
    }
  }
}
