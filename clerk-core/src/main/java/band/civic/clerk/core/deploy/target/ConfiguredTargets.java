package band.civic.clerk.core.deploy.target;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The host's own targets that somebody set up: a target without its settings does not exist.
public final class ConfiguredTargets {
  /// The names of the host's own targets, set up or not.
  public static final Set<String> NAMES = Set.of("directory", "s3", "command");

  private static final long PART_BYTES = 64L << 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  private ConfiguredTargets() {}

  /// The targets, in a fixed order.
  ///
  /// @param directory what `deploy.directory.path` names
  /// @throws BadConfiguration when a setting is no good
  public static List<DeployTarget> of(Settings settings, Optional<Path> directory) {
    var targets = new ArrayList<DeployTarget>();
    directory.map(DirectoryTarget::new).ifPresent(targets::add);
    settings.find("deploy.s3.bucket").map(bucket -> s3(settings, bucket)).ifPresent(targets::add);
    settings.find("deploy.command.program").map(program -> command(settings, program)).ifPresent(targets::add);
    return targets;
  }

  private static CommandTarget command(Settings settings, String program) {
    var words = new ArrayList<>(List.of(program));
    settings.find("deploy.command.arguments").map(arguments -> List.of(arguments.split(","))).ifPresent(words::addAll);
    return new CommandTarget(words, settings.find("deploy.command.timeout")
        .map(ConfiguredTargets::duration)
        .orElse(TIMEOUT));
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadConfiguration("deploy.command.timeout is `%s`; write a duration such as PT15M.".formatted(text), e);
    }
  }

  private static S3Target s3(Settings settings, String bucket) {
    var prefix = settings.find("deploy.s3.prefix").map(text -> text.endsWith("/") ? text : text + "/").orElse("");
    var endpoint = settings.find("deploy.s3.endpoint").map(ConfiguredTargets::uri);
    var region = settings.find("deploy.s3.region").orElse("us-east-1");
    var credentials = credentials(settings);
    return new S3Target(() -> client(endpoint, region, credentials), bucket, prefix, PART_BYTES);
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration("deploy.s3.endpoint is `%s`, which is no address.".formatted(text), e);
    }
  }

  /// Other stores than Amazon's are found by path, and know no checksums in trailers.
  private static S3Client client(Optional<URI> endpoint, String region, AwsCredentialsProvider credentials) {
    var builder = S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .forcePathStyle(endpoint.isPresent());
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /// clerk's own two keys, else whatever Amazon's library finds: environment, profile, the machine's role.
  private static AwsCredentialsProvider credentials(Settings settings) {
    var id = settings.findSecret("deploy.s3.access-key");
    var secret = settings.findSecret("deploy.s3.secret-key");
    if (id.isPresent() != secret.isPresent()) {
      throw new BadConfiguration(
          "Set both CLERK_DEPLOY_S3_ACCESS_KEY and CLERK_DEPLOY_S3_SECRET_KEY (or the names of files that hold them, "
              + "with _FILE), or neither.");
    }
    return id.<AwsCredentialsProvider>map(
        key -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret.orElseThrow())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
