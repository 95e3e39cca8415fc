package band.civic.clerk.core.worker.follow;

import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.worker.JobContext;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The host's own job `webhook`: tells one webhook of one event. Tried again for about a day, each attempt recorded.
public final class WebhookJob {
  public static final String TYPE = "webhook";
  /// The event's id.
  static final String EVENT = "event";
  /// The webhook's label; never its address, which may hold a secret.
  static final String WEBHOOK = "webhook";

  private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 30);

  private WebhookJob() {}

  /// The type of job.
  public static JobKind kind(Supplier<Outbox> outbox, Supplier<Webhooks> webhooks) {
    return JobKind.of(TYPE, TYPE, LIMITS, context -> run(context, outbox.get(), webhooks.get()))
        .withDescription("Tell a webhook of an event.")
        .withArguments(Set.of(EVENT, WEBHOOK));
  }

  private static JobResult run(JobContext context, Outbox outbox, Webhooks webhooks) {
    var event = argument(context, EVENT).flatMap(outbox::find);
    var webhook = argument(context, WEBHOOK).flatMap(webhooks::find);
    if (event.isEmpty() || webhook.isEmpty()) {
      var gone = event.isEmpty() ? "the event is forgotten" : "the webhook is not set up any more";
      return new JobResult.Done(Map.of("skipped", gone));
    }
    webhooks.tell(webhook.get(), event.get());
    return JobResult.done();
  }

  private static Optional<String> argument(JobContext context, String name) {
    return Optional.ofNullable(context.arguments().get(name));
  }
}
