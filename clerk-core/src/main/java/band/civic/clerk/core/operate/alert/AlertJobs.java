package band.civic.clerk.core.operate.alert;

import band.civic.clerk.core.event.webhook.Webhook;
import band.civic.clerk.core.event.webhook.WebhookSender.Message;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.alert.AlertRound.News;
import band.civic.clerk.core.operate.mail.MailSettings;
import band.civic.clerk.core.operate.mail.Mailer;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.worker.JobContext;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The host's jobs around alerts: `alerts` looks, `alert-mail` and `alert-webhook` tell what it found, each tried again
/// for about a day.
public final class AlertJobs {
  private static final String QUEUE = "operate";
  private static final Limits LOOK = new Limits(Duration.ofMinutes(5), 3);
  private static final Limits TELL = new Limits(Duration.ofMinutes(1), 30);
  private static final String OPENED = "opened";
  private static final String CLOSED = "closed";
  private static final String WEBHOOK = "webhook";

  private final Supplier<OperateDesk> desk;
  private final Supplier<Webhooks> webhooks;
  private final Supplier<Optional<MailSettings>> mail;
  private final Function<Object, String> json;

  /// Who is told.
  ///
  /// @param webhooks the webhooks that are set up
  /// @param mail how mail is sent; empty when it is not set up
  /// @param json writes lists and maps as JSON
  public record Channels(Supplier<Webhooks> webhooks, Supplier<Optional<MailSettings>> mail,
      Function<Object, String> json) {}

  public AlertJobs(Supplier<OperateDesk> desk, Channels channels) {
    this.desk = desk;
    this.webhooks = channels.webhooks();
    this.mail = channels.mail();
    this.json = channels.json();
  }

  /// The types of jobs.
  public List<JobKind> kinds() {
    return List.of(look(), mailKind(), webhookKind());
  }

  private JobKind look() {
    return JobKind.of("alerts", QUEUE, LOOK, _ -> {
      var news = new AlertRound(desk.get(), this::tell).look();
      return new JobResult.Done(
          Map.of(OPENED, String.valueOf(news.opened().size()), CLOSED, String.valueOf(news.closed()
              .size())));
    }).withDescription("Look for what is wrong, and have it told.");
  }

  private JobKind mailKind() {
    return JobKind.of("alert-mail", QUEUE, TELL, context -> {
      var text = text(context);
      mail.get().ifPresent(settings -> new Mailer(settings, desk.get().clock()).send(text.subject(), text.body()));
      return JobResult.done();
    }).withDescription("Tell of alerts by mail.").withArguments(Set.of(OPENED, CLOSED));
  }

  private JobKind webhookKind() {
    return JobKind.of("alert-webhook", QUEUE, TELL, context -> {
      var told = webhooks.get();
      var message = new Message("alerts", context.job().jobId(), json.apply(text(context).json()));
      told.find(context.arguments().getOrDefault(WEBHOOK, "")).ifPresent(to -> told.sender().send(to, message));
      return JobResult.done();
    }).withDescription("Tell a webhook of alerts.").withArguments(Set.of(OPENED, CLOSED, WEBHOOK));
  }

  private void tell(News news) {
    var queue = new JobQueue(desk.get().registry(), desk.get().clock());
    var ids = Map.of(OPENED, String.join(",", news.opened()), CLOSED, String.join(",", news.closed()));
    if (mail.get().isPresent()) {
      var _ = queue.enqueue(mailKind().forHost(ids).withCreatedBy("alerts").withoutUniqueKey());
    }
    for (Webhook webhook : webhooks.get().webhooks()) {
      var arguments = Map.of(OPENED, ids.getOrDefault(OPENED, ""), CLOSED, ids.getOrDefault(CLOSED, ""), WEBHOOK,
          webhook.label());
      var _ = queue.enqueue(webhookKind().forHost(arguments).withCreatedBy("alerts").withoutUniqueKey());
    }
  }

  private AlertText text(JobContext context) {
    var book = new AlertBook(desk.get().registry());
    return new AlertText(book.list(ids(context, OPENED)), book.list(ids(context, CLOSED)));
  }

  private static List<String> ids(JobContext context, String name) {
    return Arrays.stream(context.arguments().getOrDefault(name, "").split(",")).filter(id -> !id.isEmpty()).toList();
  }
}
