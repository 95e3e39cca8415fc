package band.civic.clerk.core.deploy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Against a real S3-compatible server in a process of its own.
class S3TargetTest {
  private static final long PART = 5L << 20;

  @TempDir
  private static Path logs;
  private static S3Server server;
  private static S3Client bare;

  @TempDir
  private Path staging;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(logs);
    bare = client();
    bare.createBucket(create -> create.bucket("public"));
  }

  @AfterAll
  static void stop() {
    bare.close();
    server.close();
  }

  @Test
  void files_become_objects_below_the_prefix() throws IOException {
    var goods = new Goods(staging).with("a.ca/finance/money.db", "money").with("a.ca/manifest.json", "{}").to("a.ca");

    configured(Map.of("deploy.s3.bucket", "public", "deploy.s3.prefix", "data")).deploy(goods);

    assertThat(object("data/a.ca/finance/money.db")).isEqualTo("money");
    var manifest = bare.headObject(head -> head.bucket("public").key("data/a.ca/manifest.json"));
    assertThat(manifest.contentType()).isEqualTo("application/json");
    assertThat(manifest.metadata()).containsEntry("sha256", goods.version());
  }

  @Test
  void what_is_there_already_is_not_sent_again() throws IOException {
    var first = new Goods(staging.resolve("1")).with("b.ca/money.db", "money").with("b.ca/m.json", "1").to("b.ca");
    var second = new Goods(staging.resolve("2")).with("b.ca/money.db", "money").with("b.ca/m.json", "2").to("b.ca");
    var target = configured(Map.of("deploy.s3.bucket", "public"));
    target.deploy(first);
    var sent = modified("b.ca/money.db");

    target.deploy(second);

    assertThat(modified("b.ca/money.db")).isEqualTo(sent);
    assertThat(object("b.ca/m.json")).isEqualTo("2");
  }

  @Test
  void a_long_file_is_sent_in_parts() throws IOException {
    var content = new byte[(int) (2 * PART + 12_345)];
    new Random(7).nextBytes(content);
    var goods = new Goods(staging).with("c.ca/big.db", content).to("c.ca");

    new S3Target(S3TargetTest::client, "public", "", PART).deploy(goods);

    var there = bare.getObjectAsBytes(get -> get.bucket("public").key("c.ca/big.db"));
    assertThat(there.asByteArray()).isEqualTo(content);
    assertThat(there.response().metadata()).containsEntry("sha256", goods.artefacts().getFirst().sha256());
  }

  @Test
  void a_bucket_that_is_not_there_is_a_matter_of_configuration() throws IOException {
    var goods = new Goods(staging).with("a.ca/m.json", "{}").to("a.ca");

    assertThatThrownBy(() -> configured(Map.of("deploy.s3.bucket", "nowhere")).deploy(goods))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("no bucket nowhere");
  }

  @Test
  void a_store_that_does_not_answer_is_tried_again_later_and_the_keys_stay_secret() throws IOException {
    var goods = new Goods(staging).with("a.ca/m.json", "{}").to("a.ca");
    var target = configured(Map.of("deploy.s3.bucket", "public", "deploy.s3.endpoint", "http://127.0.0.1:1"));

    assertThatThrownBy(() -> target.deploy(goods)).isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageNotContaining("very-secret");
  }

  @Test
  void half_a_pair_of_keys_is_refused() {
    var settings = new Given(Map.of("deploy.s3.bucket", "public", "deploy.s3.access-key", "id"));

    assertThatThrownBy(() -> ConfiguredTargets.of(settings, Optional.empty())).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("CLERK_DEPLOY_S3_SECRET_KEY");
  }

  private static DeployTarget configured(Map<String, String> settings) {
    var all = new HashMap<>(Map.of("deploy.s3.endpoint", server.address().toString(), "deploy.s3.access-key", "id",
        "deploy.s3.secret-key", "very-secret"));
    all.putAll(settings);
    return ConfiguredTargets.of(new Given(all), Optional.empty()).getFirst();
  }

  private static String object(String key) {
    return bare.getObjectAsBytes(get -> get.bucket("public").key(key)).asUtf8String();
  }

  private static Instant modified(String key) {
    return bare.headObject(head -> head.bucket("public").key(key)).lastModified();
  }

  private static S3Client client() {
    URI address = server.address();
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "very-secret")))
        .endpointOverride(address)
        .forcePathStyle(true)
        .build();
  }

  private record Given(Map<String, String> values) implements Settings {
    @Override
    public Optional<String> find(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public Optional<String> findSecret(String key) {
      return find(key);
    }
  }
}
