package band.civic.clerk.core.event.webhook;

import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.webhook.WebhookSender.Message;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The webhooks that somebody set up, and what each is told.
///
/// @param webhooks addresses
/// @param kinds what they want to hear of
/// @param sender sends
public record Webhooks(List<Webhook> webhooks, Set<Kind> kinds, WebhookSender sender) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Webhooks {
    webhooks = List.copyOf(webhooks);
    kinds = Set.copyOf(kinds);
  }

  /// Reads the settings.
  ///
  /// @throws BadConfiguration when one is no good
  public static Webhooks of(Settings settings, Clock clock) {
    var urls = settings.findSecret("webhook.urls");
    var webhooks = urls.map(Webhooks::words).orElse(List.of()).stream().map(Webhook::of).toList();
    var kinds = settings.find("webhook.events").map(Webhooks::words).map(Webhooks::kinds).orElse(Set.of(Kind.values()));
    return new Webhooks(webhooks, kinds, new WebhookSender(settings.findSecret("webhook.secret"), clock));
  }

  /// Those that want to hear of an event.
  public List<Webhook> listFor(Event event) {
    return kinds.contains(event.kind()) ? webhooks : List.of();
  }

  /// The webhook of that label.
  public Optional<Webhook> find(String label) {
    return webhooks.stream().filter(webhook -> webhook.label().equals(label)).findFirst();
  }

  /// Tells a webhook of an event.
  ///
  /// @throws band.civic.clerk.spi.ClerkException as [WebhookSender#send]
  public void tell(Webhook webhook, Event event) {
    sender.send(webhook, new Message(word(event.kind()), event.id(), body(event)));
  }

  private static String body(Event event) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", event.id());
    body.put("event", word(event.kind()));
    body.put("subdomain", event.about().subdomain());
    event.about().dataType().ifPresent(type -> body.put("data_type", type));
    event.about().runId().ifPresent(run -> body.put("run_id", run));
    body.put("at", event.at().toString());
    body.put("facts", new TreeMap<>(event.facts()));
    return JSON.writeValueAsString(body);
  }

  private static Set<Kind> kinds(List<String> words) {
    return words.stream().map(Webhooks::kind).collect(Collectors.toSet());
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> new BadConfiguration("webhook.events holds `%s`; there are %s.".formatted(word,
            Arrays.stream(Kind.values()).map(Webhooks::word).collect(Collectors.joining(", ")))));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isBlank()).toList();
  }
}
