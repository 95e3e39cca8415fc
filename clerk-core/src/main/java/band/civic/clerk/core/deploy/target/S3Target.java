package band.civic.clerk.core.deploy.target;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.DeployTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket of an S3-compatible object store. An object is replaced in one step, the databases first and the manifest
/// last: whoever reads the manifest finds what it names, or tests by its checksums that a newer version is coming. An
/// object that holds the content already is left alone.
public final class S3Target implements DeployTarget {
  private static final String SHA256 = "sha256";
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final Supplier<S3Client> client;
  private final String bucket;
  private final String prefix;
  private final long partBytes;

  /// @param client made when something is deployed, closed afterwards
  /// @param bucket must exist
  /// @param prefix before every key; empty or ending with `/`
  /// @param partBytes longer files are sent in parts of this length; at least 5 MiB
  public S3Target(Supplier<S3Client> client, String bucket, String prefix, long partBytes) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.partBytes = partBytes;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public void deploy(Shipment shipment) {
    try (var s3 = client.get()) {
      for (var artefact : shipment.artefacts()) {
        put(s3, artefact);
      }
    } catch (S3Exception e) {
      throw translated(e);
    } catch (SdkException e) {
      throw new SourceUnavailable("The object store of bucket %s cannot be reached (%s). It will be tried again."
          .formatted(bucket, e.getMessage()), e);
    } catch (IOException e) {
      throw new SourceUnavailable("A file cannot be read while it is sent to bucket %s (%s)."
          .formatted(bucket, e.getMessage()), e);
    }
  }

  private void put(S3Client s3, Artefact artefact) throws IOException {
    if (find(s3, artefact).filter(there -> artefact.sha256().equals(there.metadata().get(SHA256))).isPresent()) {
      return;
    }
    if (artefact.bytes() > partBytes) {
      putInParts(s3, artefact);
    } else {
      s3.putObject(put -> put.bucket(bucket)
          .key(key(artefact))
          .contentType(type(artefact))
          .metadata(Map.of(SHA256, artefact.sha256())), RequestBody.fromFile(artefact.file()));
    }
  }

  private Optional<HeadObjectResponse> find(S3Client s3, Artefact artefact) {
    try {
      return Optional.of(s3.headObject(head -> head.bucket(bucket).key(key(artefact))));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private void putInParts(S3Client s3, Artefact artefact) throws IOException {
    var upload = s3.createMultipartUpload(create -> create.bucket(bucket)
        .key(key(artefact))
        .contentType(type(artefact))
        .metadata(Map.of(SHA256, artefact.sha256()))).uploadId();
    try {
      var parts = parts(s3, artefact, upload);
      s3.completeMultipartUpload(complete -> complete.bucket(bucket)
          .key(key(artefact))
          .uploadId(upload)
          .multipartUpload(all -> all.parts(parts)));
    } catch (SdkException | IOException e) {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key(artefact)).uploadId(upload));
      throw e;
    }
  }

  private List<CompletedPart> parts(S3Client s3, Artefact artefact, String upload) throws IOException {
    var parts = new ArrayList<CompletedPart>();
    for (var from = 0L; from < artefact.bytes(); from += partBytes) {
      var number = parts.size() + 1;
      var bytes = Math.min(partBytes, artefact.bytes() - from);
      var body = FilePart.of(artefact.file(), from, bytes);
      var tag = s3.uploadPart(part -> part.bucket(bucket)
          .key(key(artefact))
          .uploadId(upload)
          .partNumber(number)
          .contentLength(bytes), body).eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    }
    return parts;
  }

  private String key(Artefact artefact) {
    return prefix + artefact.path();
  }

  private static String type(Artefact artefact) {
    return artefact.path().endsWith(".json") ? "application/json" : "application/vnd.sqlite3";
  }

  private RuntimeException translated(S3Exception e) {
    var said = Optional.ofNullable(e.awsErrorDetails()).map(details -> details.errorCode()).orElse("no code");
    return switch (e.statusCode()) {
      case NOT_FOUND -> new BadConfiguration(
          "The object store has no bucket %s (%s). Make it, or correct deploy.s3.bucket.".formatted(bucket, said), e);
      case FORBIDDEN -> new BadConfiguration(("The object store refuses to write to bucket %s (%s). Check the key's "
          + "rights, CLERK_DEPLOY_S3_ACCESS_KEY and CLERK_DEPLOY_S3_SECRET_KEY.").formatted(bucket, said), e);
      default -> new SourceUnavailable("The object store of bucket %s answered %d (%s). It will be tried again."
          .formatted(bucket, e.statusCode(), said), e);
    };
  }
}
