package band.civic.clerk.core.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.Settings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private static final Event LOADED = new Event("0001", Kind.DATA_LOADED,
      About.run("alameda.ca", "finance", "alameda.ca_1_aaaaaa"), Map.of("record_count", "42"), NOW);

  private HttpServer receiver;
  private int answer = 204;
  private String body = "";
  private Map<String, String> headers = Map.of();

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void a_receiver_is_told_what_happened_and_can_tell_who_says_so() throws Exception {
    var webhooks = configured(Map.of("webhook.secret", "shared"));

    webhooks.tell(webhooks.webhooks().getFirst(), LOADED);

    assertThat(body).isEqualTo("{\"id\":\"0001\",\"event\":\"data_loaded\",\"subdomain\":\"alameda.ca\","
        + "\"data_type\":\"finance\",\"run_id\":\"alameda.ca_1_aaaaaa\",\"at\":\"2026-11-24T06:00:00Z\","
        + "\"facts\":{\"record_count\":\"42\"}}");
    assertThat(headers).containsEntry("X-clerk-event", "data_loaded")
        .containsEntry("X-clerk-delivery", "0001")
        .containsEntry("X-clerk-timestamp", String.valueOf(NOW.getEpochSecond()))
        .containsEntry("X-clerk-signature", "sha256=" + hmac("shared", NOW.getEpochSecond() + "." + body));
  }

  @Test
  void without_a_secret_nothing_is_signed() {
    var webhooks = configured(Map.of());

    webhooks.tell(webhooks.webhooks().getFirst(), LOADED);

    assertThat(headers).doesNotContainKey("X-clerk-signature");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 408})
  void a_receiver_in_trouble_is_told_again_later(int status) {
    answer = status;
    var webhooks = configured(Map.of());

    assertThatThrownBy(() -> webhooks.tell(webhooks.webhooks().getFirst(), LOADED))
        .isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining(String.valueOf(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 410})
  void a_receiver_that_refuses_is_not_told_again(int status) {
    answer = status;
    var webhooks = configured(Map.of());

    assertThatThrownBy(() -> webhooks.tell(webhooks.webhooks().getFirst(), LOADED))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("webhook.urls");
  }

  @Test
  void what_an_address_hides_is_never_shown() {
    var webhook = Webhook.of("https://hooks.example.org/services/T0P-S3CRET?token=abc");

    assertThat(webhook.toString()).matches("hooks\\.example\\.org-[0-9a-f]{8}");
    assertThatThrownBy(() -> Webhook.of("ftp://T0P-S3CRET")).hasMessageNotContaining("S3CRET");
  }

  @Test
  void only_the_named_events_are_told() {
    var webhooks = configured(Map.of("webhook.events", "run_failed, site_stale"));

    assertThat(webhooks.listFor(LOADED)).isEmpty();
    assertThatThrownBy(() -> configured(Map.of("webhook.events", "loaded"))).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("there are site_created, ");
  }

  private Webhooks configured(Map<String, String> settings) {
    var all = new TreeMap<>(settings);
    all.put("webhook.urls", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    return Webhooks.of(new Given(all), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void receive(HttpExchange exchange) throws IOException {
    body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var seen = new TreeMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> seen.put(name, values.getFirst()));
    headers = seen;
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private static String hmac(String secret, String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
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
