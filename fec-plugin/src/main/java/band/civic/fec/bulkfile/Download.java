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
public record Download(HttpClient http, Waiting waiting) {
  private static final int TRIES = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

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
        .connectTimeout(TIMEOUT)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /// Brings the file up to date.
  ///
  /// @param known the version that lies there; [Version#NONE] when none does
  /// @throws ClerkException.SourceUnavailable when the server stays in trouble; what came is kept for the next try
  /// @throws ClerkException.BadSourceData when it answers what is no file
  public Outcome run(URI url, Path file, Version known) {
    var part = new PartFile(file);
    var received = 0L;
    for (var tries = 1;; tries++) {
      waiting.checkCancelled();
      try {
        var attempt = attempt(url, part, Files.exists(file) ? known : Version.NONE);
        received += attempt.received();
        if (!attempt.status().equals("again")) {
          return new Outcome(attempt.status(), attempt.version(), received);
        }
      } catch (IOException e) {
        if (tries == TRIES) {
          throw new ClerkException.SourceUnavailable(
              "%s could not be downloaded in %d tries (%s). What came is kept: try "
                  .formatted(url, tries, e) + "again later to go on.",
              e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClerkException.Cancelled("The download of " + url + " was stopped; what came is kept.");
      }
      waiting.pause(Duration.ofSeconds(1L << Math.min(tries - 1, 6)));
    }
  }

  private Outcome attempt(URI url, PartFile part, Version known) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url).timeout(TIMEOUT).header("User-Agent", "clerk (civic.band)");
    var begun = part.version().flatMap(Version::validator);
    if (begun.isPresent() && part.bytes() > 0) {
      request.header("Range", "bytes=" + part.bytes() + "-").header("If-Range", begun.get());
    } else {
      condition(request, known);
    }
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      return switch (answer.statusCode()) {
        case 200 -> part.write(answer, body, 0, waiting);
        case 206 -> part.write(answer, body, part.bytes(), waiting);
        case 304 -> new Outcome("unchanged", known, 0);
        case 404 -> new Outcome("missing", Version.NONE, 0);
        case 416 -> part.discard();
        case 403, 410 -> throw new ClerkException.BadSourceData(
            url + " is refused (status " + answer.statusCode() + "). Check FEC_BULK_BASE.");
        default -> throw new IOException("status " + answer.statusCode());
      };
    }
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
